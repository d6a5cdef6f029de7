package org.kedang.index;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The complete numbers in a phone field, as digits, with and without the country's 86. */
final class WholePhones {
    private static final Pattern BETWEEN = Pattern.compile("[,，;；/／、]");
    private static final int LEAST_DIGITS = 7;
    private static final int LONGEST_NATIONAL = 11;

    private WholePhones() {}

    static List<String> in(@Nullable String phone) {
        return phone == null
                ? List.of()
                : BETWEEN.splitAsStream(phone)
                        .map(one -> Folded.text(one).replaceAll("[^0-9]", ""))
                        .filter(digits -> digits.length() >= LEAST_DIGITS)
                        .flatMap(WholePhones::forms)
                        .distinct()
                        .toList();
    }

    private static Stream<String> forms(String digits) {
        boolean abroad = digits.startsWith("86") && digits.length() > LONGEST_NATIONAL;
        return abroad ? Stream.of(digits, digits.substring(2)) : Stream.of(digits);
    }
}
