package org.kedang.customer;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The twenty sections of GB/T 4754-2017 and their 97 divisions. */
public final class Industries {
    /**
     * A section or a division.
     *
     * @param code letter of the section; of a division with its two digits: {@code C15}
     * @param parentCode the section of a division
     */
    public record Industry(String code, String name, String nameEn, @Nullable String parentCode) {}

    private static final Map<String, Industry> BY_CODE = new LinkedHashMap<>();

    static {
        CodeTable.read(
                "industries.tsv",
                row -> BY_CODE.put(row[0], new Industry(row[0], row[1], row[2], parent(row[0]))));
    }

    private Industries() {}

    private static @Nullable String parent(String code) {
        return code.length() == 1 ? null : code.substring(0, 1);
    }

    public static List<Industry> list() {
        return List.copyOf(BY_CODE.values());
    }

    static boolean contains(String code) {
        return BY_CODE.containsKey(code);
    }

    public static String name(@Nullable String code) {
        Industry industry = code == null ? null : BY_CODE.get(code);
        return industry == null ? "" : industry.name();
    }

    /** What the codes of the industry and of all within it begin with. */
    static String start(String code) {
        return contains(code) ? code : "no code";
    }
}
