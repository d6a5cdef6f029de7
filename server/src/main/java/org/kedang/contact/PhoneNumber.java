package org.kedang.contact;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One telephone number, however it is written: mobile, landline with or without area code and
 * extension, 400 and 800 numbers, and numbers of other countries with {@code +} or {@code 00}
 * (E.164).
 *
 * @param key the same for all ways of writing it: digits as they are dialled within China, or with
 *     {@code +} in front abroad; without the extension
 * @param extension digits behind the number, empty if none
 */
public record PhoneNumber(String key, String extension) {
    private static final Pattern EXTENSION =
            Pattern.compile("^(.*?\\d.*?)(?:转|分机|ext\\.?|x|#)+[:.]?(\\d{1,8})$");
    private static final Pattern MARKS = Pattern.compile("[\\s()\\-—–.·]");
    private static final Pattern CHINA = Pattern.compile("^(?:\\+86|0086|86(?=1[3-9]\\d{9}$))");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE =
            Pattern.compile("0(?:10|2\\d)\\d{8}|0[3-9]\\d{2}\\d{7,8}");
    private static final Pattern WITHOUT_ZERO =
            Pattern.compile("(?:10|2\\d)\\d{8}|[3-9]\\d{2}\\d{7,8}");
    private static final Pattern LOCAL = Pattern.compile("[2-9]\\d{6,7}");
    private static final Pattern SERVICE = Pattern.compile("[48]00\\d{7}|95\\d{3,6}");
    private static final Pattern ABROAD = Pattern.compile("(?:\\+|00)([1-9]\\d{5,14})");

    /** The number, if it can be one. */
    public static Optional<PhoneNumber> parse(@Nullable String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        String plain =
                MARKS.matcher(
                                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                                        .toLowerCase(Locale.ROOT))
                        .replaceAll("");
        Matcher parts = EXTENSION.matcher(plain);
        return parts.matches()
                ? key(parts.group(1)).map(key -> new PhoneNumber(key, parts.group(2)))
                : key(plain).map(key -> new PhoneNumber(key, ""));
    }

    private static Optional<String> key(String plain) {
        Matcher china = CHINA.matcher(plain);
        if (china.find()) {
            String national = china.replaceFirst("");
            boolean bare = !national.startsWith("0") && !MOBILE.matcher(national).matches();
            return within(
                    bare && WITHOUT_ZERO.matcher(national).matches() ? "0" + national : national);
        }
        Matcher abroad = ABROAD.matcher(plain);
        return abroad.matches() ? Optional.of("+" + abroad.group(1)) : within(plain);
    }

    private static Optional<String> within(String digits) {
        boolean known =
                MOBILE.matcher(digits).matches()
                        || LANDLINE.matcher(digits).matches()
                        || LOCAL.matcher(digits).matches()
                        || SERVICE.matcher(digits).matches();
        return known ? Optional.of(digits) : Optional.empty();
    }

    static @Nullable String keyOf(@Nullable String typed) {
        return parse(typed).map(PhoneNumber::key).orElse(null);
    }

    static boolean isMobile(String typed) {
        return parse(typed)
                .map(PhoneNumber::key)
                .filter(key -> key.startsWith("+") || MOBILE.matcher(key).matches())
                .isPresent();
    }
}
