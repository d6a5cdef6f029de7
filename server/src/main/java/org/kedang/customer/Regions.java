package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Provinces, cities and counties by the six digits of GB/T 2260, and streets and towns by three
 * more digits of GB/T 10114.
 */
@Component
public class Regions {
    private static final int COUNTY_DIGITS = 6;

    /** A region; a province has no parent. */
    public record Region(String code, String name, @Nullable String parentCode) {}

    /**
     * Streets are ten times as many as all other regions: read when the first of them is asked for.
     */
    private static final class Streets {
        static final Map<String, Region> BY_CODE = new LinkedHashMap<>();
        static final Map<String, List<Region>> BY_COUNTY;

        static {
            CodeTable.read(
                    "streets.tsv",
                    row -> BY_CODE.put(row[0], new Region(row[0], row[1], county(row[0]))));
            BY_COUNTY =
                    BY_CODE.values().stream()
                            .collect(Collectors.groupingBy(street -> county(street.code())));
        }

        private static String county(String code) {
            return code.substring(0, COUNTY_DIGITS);
        }
    }

    private final Map<String, Region> byCode = new LinkedHashMap<>();

    Regions() {
        CodeTable.read(
                "regions.tsv",
                row -> byCode.put(row[0], new Region(row[0], row[1], parent(row[0]))));
    }

    /** All down to counties. */
    public List<Region> list() {
        return List.copyOf(byCode.values());
    }

    /**
     * Streets and towns of a county, or of a city that has no counties; empty for any other code.
     */
    public List<Region> listStreets(String county) {
        return Streets.BY_COUNTY.getOrDefault(county, List.of());
    }

    boolean contains(String code) {
        return find(code) != null;
    }

    private @Nullable Region find(String code) {
        return code.length() > COUNTY_DIGITS ? Streets.BY_CODE.get(code) : byCode.get(code);
    }

    /** The whole name, from the province down: {@code 浙江省绍兴市越城区}. */
    public String name(@Nullable String code) {
        Region region = code == null ? null : find(code);
        if (region == null) {
            return "";
        }
        String above = name(region.parentCode());
        // municipalities name themselves twice in the code: 北京市北京市
        return above.equals(region.name()) ? above : above + region.name();
    }

    private @Nullable String parent(String code) {
        if (code.endsWith("0000")) {
            return null;
        }
        String city = code.substring(0, 4) + "00";
        boolean isCounty = !code.endsWith("00");
        return isCounty && byCode.containsKey(city) ? city : code.substring(0, 2) + "0000";
    }

    /**
     * What the codes of the region and all below it begin with; nothing begins so if it is no code.
     */
    static String start(String code) {
        if (!code.matches("[0-9]{6}([0-9]{3})?")) {
            return "no code";
        }
        return code.endsWith("0000")
                ? code.substring(0, 2)
                : code.length() == COUNTY_DIGITS && code.endsWith("00")
                        ? code.substring(0, 4)
                        : code;
    }
}
