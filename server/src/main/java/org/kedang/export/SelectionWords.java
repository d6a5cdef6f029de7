package org.kedang.export;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerRecordType;
import org.kedang.customer.Industries;
import org.kedang.customer.Regions;
import org.kedang.customfield.ReadingFilters;
import org.kedang.form.Labelled;
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
        add(words, "类型", Labelled.zh(chosen.type()));
        add(words, "分类", Labelled.zh(chosen.kind()));
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
        add(words, "规模", Labelled.zh(chosen.companySize()));
        add(words, "单位性质", Labelled.zh(chosen.nature()));
        add(words, "来源渠道", Labelled.zh(chosen.source()));
        add(words, "合作起始", days(chosen.cooperatingFrom(), chosen.cooperatingTo()));
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

    private static @Nullable String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return null;
        }
        return (from == null ? "最早" : from.toString())
                + " 至 "
                + (to == null ? "今天" : to.toString());
    }
}
