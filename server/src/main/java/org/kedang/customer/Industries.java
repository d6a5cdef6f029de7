package org.kedang.customer;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The twenty sections of GB/T 4754-2017. */
public final class Industries {
    /** One section. */
    public record Industry(String code, String name, String nameEn) {}

    private static final List<Industry> ALL =
            List.of(
                    new Industry(
                            "A", "农、林、牧、渔业", "Agriculture, forestry, animal husbandry and fishery"),
                    new Industry("B", "采矿业", "Mining"),
                    new Industry("C", "制造业", "Manufacturing"),
                    new Industry("D", "电力、热力、燃气及水生产和供应业", "Electricity, heat, gas and water"),
                    new Industry("E", "建筑业", "Construction"),
                    new Industry("F", "批发和零售业", "Wholesale and retail"),
                    new Industry("G", "交通运输、仓储和邮政业", "Transport, storage and post"),
                    new Industry("H", "住宿和餐饮业", "Hotels and catering"),
                    new Industry("I", "信息传输、软件和信息技术服务业", "Information and software"),
                    new Industry("J", "金融业", "Finance"),
                    new Industry("K", "房地产业", "Real estate"),
                    new Industry("L", "租赁和商务服务业", "Leasing and business services"),
                    new Industry("M", "科学研究和技术服务业", "Research and technical services"),
                    new Industry("N", "水利、环境和公共设施管理业", "Water, environment and public facilities"),
                    new Industry("O", "居民服务、修理和其他服务业", "Resident, repair and other services"),
                    new Industry("P", "教育", "Education"),
                    new Industry("Q", "卫生和社会工作", "Health and social work"),
                    new Industry("R", "文化、体育和娱乐业", "Culture, sports and entertainment"),
                    new Industry(
                            "S",
                            "公共管理、社会保障和社会组织",
                            "Public administration and social organisations"),
                    new Industry("T", "国际组织", "International organisations"));

    private static final Map<String, Industry> BY_CODE =
            ALL.stream().collect(Collectors.toMap(Industry::code, Function.identity()));

    private Industries() {}

    public static List<Industry> list() {
        return ALL;
    }

    static boolean contains(String code) {
        return BY_CODE.containsKey(code);
    }

    static String name(@Nullable String code) {
        Industry industry = code == null ? null : BY_CODE.get(code);
        return industry == null ? "" : industry.name();
    }
}
