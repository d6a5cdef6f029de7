package org.kedang.export;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerRecordType;
import org.kedang.customer.CustomerType;
import org.kedang.customer.Industries;
import org.kedang.customer.Regions;
import org.kedang.customfield.ReadingFilters;
import org.kedang.identity.Directory;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which customers were chosen, as people read it. */
@Component
class SelectionWords {
    private final Directory directory;
    private final Regions regions;
    private final ReadingFilters filters;

    SelectionWords(Directory directory, Regions regions, ReadingFilters filters) {
        this.directory = directory;
        this.regions = regions;
        this.filters = filters;
    }

    String of(ExportSelection chosen) {
        List<String> words = new ArrayList<>();
        add(words, "包含", chosen.words());
        add(words, "类型", chosen.type() == null ? null : type(chosen));
        add(words, "分类", chosen.kind() == null ? null : kind(chosen));
        add(words, "等级", chosen.grade() == null ? null : chosen.grade().name());
        add(words, "负责人", chosen.ownerId() == null ? null : directory.personName(chosen.ownerId()));
        add(
                words,
                "部门",
                chosen.departmentId() == null
                        ? null
                        : directory.departmentName(chosen.departmentId()));
        add(words, "地区", chosen.regionCode() == null ? null : regions.name(chosen.regionCode()));
        add(
                words,
                "行业",
                chosen.industryCode() == null ? null : Industries.name(chosen.industryCode()));
        add(words, "标签", chosen.tag());
        add(words, "登记日期", days(chosen.createdFrom(), chosen.createdTo()));
        if (Boolean.TRUE.equals(chosen.sharedWithMe())) {
            words.add("共享给我的");
        }
        words.addAll(filters.words(CustomerRecordType.CODE, chosen.more()));
        return words.isEmpty() ? "可查看的全部客户" : String.join("；", words);
    }

    private static void add(List<String> words, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            words.add(name + "：" + value);
        }
    }

    private static String type(ExportSelection chosen) {
        return chosen.type() == CustomerType.ORGANISATION ? "单位" : "个人";
    }

    private static @Nullable String kind(ExportSelection chosen) {
        return switch (chosen.kind()) {
            case null -> null;
            case TARGET -> "目标客户";
            case POTENTIAL -> "潜在客户";
            case GENERAL -> "一般客户";
            case KEY -> "重点客户";
        };
    }

    private static @Nullable String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return null;
        }
        return (from == null ? "最早" : from.toString())
                + " 至 "
                + (to == null ? "今天" : to.toString());
    }
}
