package org.kedang.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One telephone number, however it is written: mobile, landline with or without area code and
 * extension, 400, 800 and short service numbers of mainland China, and numbers of other countries
 * with {@code +} or {@code 00} (E.164), whose plan is that of libphonenumber.
 *
 * @param key the same for all ways of writing it: digits as they are dialled within China, or with
 *     {@code +} in front abroad; without the extension
 * @param extension digits behind the number, empty if none
 */
public record PhoneNumber(Kind kind, String key, String extension) {
    /** What sort of number it is. */
    public enum Kind {
        MOBILE("1[3-9]\\d{9}"),
        LANDLINE("0(?:10|2\\d)\\d{8}|0[3-9]\\d{2}\\d{7,8}"),
        /** 400 and 800, 95588, 96110, 12345, 10086. */
        SERVICE("[48]00\\d{7}|9[56]\\d{3,6}|1[0-2]\\d{3}"),
        /** Without area code: who has it depends on where one dials it. */
        LOCAL("[2-9]\\d{6,7}"),
        ABROAD("\\+[1-9]\\d{4,14}");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        private boolean fits(String key) {
            return pattern.matcher(key).matches();
        }
    }

    private static final Pattern BETWEEN = Pattern.compile("[,，;；、/／]");
    private static final Pattern WORDS =
            Pattern.compile("^(.*?\\d.*?)(?:转|轉|分机|分機|ext\\.?|x|#)+[:.]?(\\d{1,8})$");
    private static final Pattern DASH = Pattern.compile("^(.*\\d\\D*)-\\s*(\\d{1,6})$");
    private static final Pattern DASHES = Pattern.compile("[\\-‐‑‒–—―−]+");
    private static final Pattern MARKS = Pattern.compile("[\\s().·-]");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern CHINA =
            Pattern.compile(
                    "^(?:\\+86|0086|86(?=(?:1[3-9]\\d{9}|0?(?:10|2\\d)\\d{8}|0?[3-9]\\d{2}\\d{7,8})$))");
    private static final Pattern WITHOUT_ZERO =
            Pattern.compile("(?:10|2\\d)\\d{8}|(?![48]00)[3-9]\\d{2}\\d{7,8}");
    private static final Pattern ZERO_BEFORE_MOBILE = Pattern.compile("^0(?=1[3-9]\\d{9}$)");
    private static final Pattern AREA = Pattern.compile("^(010|02\\d|0\\d{3})(\\d+)$");

    private static final Pattern LONG_SERVICE = Pattern.compile("^(\\d{3})(\\d{3})(\\d{4})$");

    /** With the country's code nothing shorter can be dialled. */
    private static final int LEAST_NATIONAL = 10;

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    /** The number, if it can be one. */
    public static Optional<PhoneNumber> parse(@Nullable String typed) {
        return typed == null ? Optional.empty() : plain(typed);
    }

    /** Those of the numbers in a text, parted by comma, semicolon or slash, that can be some. */
    public static List<PhoneNumber> listIn(@Nullable String text) {
        return text == null
                ? List.of()
                : BETWEEN.splitAsStream(text).flatMap(one -> parse(one).stream()).toList();
    }

    /** Whether there are numbers in the text, and nothing else. */
    public static boolean areNumbers(String text) {
        String[] all = BETWEEN.split(text);
        return all.length > 0 && Arrays.stream(all).allMatch(one -> parse(one).isPresent());
    }

    /** The key of the first number in the text; {@code null} if there is none. */
    public static @Nullable String keyIn(@Nullable String text) {
        return listIn(text).stream().map(PhoneNumber::key).findFirst().orElse(null);
    }

    /**
     * A text with all its numbers in their written form, trimmed; {@code null} if it is blank. The
     * same numbers keep the writing that they had before, and what is no number or would become
     * longer than {@code most} characters stays as it was typed.
     */
    public static @Nullable String written(
            @Nullable String typed, @Nullable String before, int most) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = typed.strip();
        String written = written(text);
        if (before != null && written.equals(written(before))) {
            return before;
        }
        return written.length() <= most ? written : text;
    }

    private static String written(String text) {
        return areNumbers(text)
                ? listIn(text).stream().map(PhoneNumber::written).collect(Collectors.joining(" / "))
                : text;
    }

    private static Optional<PhoneNumber> plain(String typed) {
        String plain =
                INVISIBLE
                        .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        Matcher words =
                WORDS.matcher(MARKS.matcher(DASHES.matcher(plain).replaceAll("")).replaceAll(""));
        if (words.matches()) {
            return number(words.group(1), words.group(2));
        }
        return number(plain, "")
                .or(() -> behindDash(DASHES.matcher(plain.strip()).replaceAll("-")));
    }

    /** {@code 0575-88120101-801}: only who has a switchboard has extensions. */
    private static Optional<PhoneNumber> behindDash(String plain) {
        Matcher dash = DASH.matcher(plain);
        return dash.matches()
                ? number(dash.group(1), dash.group(2))
                        .filter(one -> one.kind == Kind.LANDLINE || one.kind == Kind.SERVICE)
                : Optional.empty();
    }

    private static Optional<PhoneNumber> number(String plain, String extension) {
        String digits = MARKS.matcher(DASHES.matcher(plain).replaceAll("")).replaceAll("");
        return key(digits)
                .flatMap(
                        key ->
                                Arrays.stream(Kind.values())
                                        .filter(kind -> kind.fits(key))
                                        .findFirst()
                                        .map(kind -> new PhoneNumber(kind, key, extension)));
    }

    private static Optional<String> key(String plain) {
        Matcher china = CHINA.matcher(plain);
        if (china.find()) {
            String national = ZERO_BEFORE_MOBILE.matcher(china.replaceFirst("")).replaceFirst("");
            boolean bare = WITHOUT_ZERO.matcher(national).matches() && !Kind.MOBILE.fits(national);
            String key = bare ? "0" + national : national;
            return Optional.of(key).filter(one -> one.length() >= LEAST_NATIONAL);
        }
        if (plain.startsWith("+") || plain.startsWith("00")) {
            return abroad("+" + plain.replaceFirst("^(?:\\+|00)", ""));
        }
        return Optional.of(ZERO_BEFORE_MOBILE.matcher(plain).replaceFirst(""));
    }

    private static Optional<String> abroad(String plain) {
        try {
            var parsed = PLANS.parse(plain, null);
            if (!PLANS.isPossibleNumber(parsed) || !Kind.ABROAD.fits(plain)) {
                return Optional.empty();
            }
            // who writes the zero of calls within the country means the number without it
            String key = PLANS.format(parsed, PhoneNumberFormat.E164);
            String again = readAgain(key);
            while (!again.equals(key)) {
                key = again;
                again = readAgain(key);
            }
            return Optional.of(key).filter(Kind.ABROAD::fits);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String readAgain(String key) throws NumberParseException {
        String written = PLANS.format(PLANS.parse(key, null), PhoneNumberFormat.INTERNATIONAL);
        return PLANS.format(PLANS.parse(written, null), PhoneNumberFormat.E164);
    }

    /** As we write it: {@code 13805751234}, {@code 0575-88120101转8}, {@code +852 2123 4567}. */
    public String written() {
        return writtenKey() + (extension.isEmpty() ? "" : "转" + extension);
    }

    private String writtenKey() {
        return switch (kind) {
            case MOBILE, LOCAL -> key;
            case LANDLINE -> AREA.matcher(key).replaceFirst("$1-$2");
            case SERVICE -> LONG_SERVICE.matcher(key).replaceFirst("$1-$2-$3");
            case ABROAD -> international();
        };
    }

    private String international() {
        try {
            return PLANS.format(PLANS.parse(key, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            throw new IllegalStateException(key, e);
        }
    }
}
