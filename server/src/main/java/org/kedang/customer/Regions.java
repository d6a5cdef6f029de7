package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Provinces, cities and counties by the six digits of GB/T 2260. */
@Component
public class Regions {
    /** A region; a province has no parent. */
    public record Region(String code, String name, @Nullable String parentCode) {}

    private final Map<String, Region> byCode = new LinkedHashMap<>();

    Regions() {
        try (InputStream table = Regions.class.getResourceAsStream("regions.tsv");
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(table), StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split("\t", 2))
                    .forEach(
                            pair ->
                                    byCode.put(
                                            pair[0],
                                            new Region(pair[0], pair[1], parent(pair[0]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Region> list() {
        return List.copyOf(byCode.values());
    }

    boolean contains(String code) {
        return byCode.containsKey(code);
    }

    /** The whole name, from province to county: {@code 浙江省绍兴市越城区}. */
    String name(@Nullable String code) {
        Region region = code == null ? null : byCode.get(code);
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
        if (!code.matches("[0-9]{6}")) {
            return "no code";
        }
        return code.endsWith("0000")
                ? code.substring(0, 2)
                : code.endsWith("00") ? code.substring(0, 4) : code;
    }
}
