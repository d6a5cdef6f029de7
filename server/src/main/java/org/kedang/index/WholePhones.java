package org.kedang.index;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.PhoneNumber;

import java.util.List;
import java.util.regex.Pattern;

/** The complete numbers in a phone field, as digits that are the same for all ways of writing. */
final class WholePhones {
    private static final Pattern BETWEEN = Pattern.compile("[,，;；/／、]");
    private static final int LEAST_DIGITS = 7;

    private WholePhones() {}

    static List<String> in(@Nullable String phone) {
        return phone == null
                ? List.of()
                : BETWEEN.splitAsStream(phone)
                        .map(WholePhones::digits)
                        .filter(digits -> digits.length() >= LEAST_DIGITS)
                        .distinct()
                        .toList();
    }

    private static String digits(String one) {
        String digits = PhoneNumber.parse(one).map(PhoneNumber::key).orElse(Folded.text(one));
        return digits.replaceAll("[^0-9]", "");
    }
}
