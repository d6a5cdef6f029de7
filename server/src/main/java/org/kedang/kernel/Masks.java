package org.kedang.kernel;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masked forms of what identifies or reaches people. A masked form tells enough to recognise a
 * value that one knows, and not enough to recover one that one does not; masking it again changes
 * nothing.
 */
public final class Masks {
    private static final String STARS = "***";
    private static final int LEAST_MASKED_DIGITS = 4;

    private static final Pattern BETWEEN_PHONES = Pattern.compile("(?<=[,;/、])|(?=[,;/、])");
    private static final String SIGNS_IN_PHONES = " +()-—.#转extEXT";

    private static final String NO_STREET = "[\\p{IsHan}&&[^省市区县旗路街道巷弄号镇乡村小园厦楼苑座栋幢]]";
    private static final Pattern DISTRICT =
            Pattern.compile(
                    "^((?:N{1,8}(?:省|自治区|特别行政区))?(?:N{1,10}(?:市|自治州|地区|盟))?)((?:N{1,10}(?:区|县|市|旗))?)"
                            .replace("N", NO_STREET));

    private Masks() {}

    /**
     * Phone numbers, several parted by comma, semicolon or slash: {@code 138****5678}, {@code
     * 0575-****0101}. No more than 4 digits in front and 4 at the end are kept, at least 4 (or all)
     * are masked.
     */
    public static String phone(String value) {
        return BETWEEN_PHONES
                .splitAsStream(plain(value))
                .map(Masks::onePhone)
                .collect(Collectors.joining());
    }

    private static String onePhone(String phone) {
        int[] digits = phone.codePoints().filter(Masks::isMaskable).toArray();
        int count = digits.length;
        // area codes have 4 digits, but for 010 and 02x
        boolean landline = count > 1 && digits[0] == '0' && digits[1] >= '3' && digits[1] <= '9';
        int head = Math.clamp(count - LEAST_MASKED_DIGITS, 0, landline ? 4 : 3);
        int tail = Math.clamp(count - LEAST_MASKED_DIGITS - head, 0, 4);
        StringBuilder masked = new StringBuilder();
        int at = 0;
        for (int c : phone.codePoints().toArray()) {
            if (!isMaskable(c)) {
                masked.appendCodePoint(c);
                continue;
            }
            boolean kept = (at < head || at >= count - tail) && isDigit(c);
            masked.appendCodePoint(kept ? c : '*');
            at++;
        }
        return masked.toString();
    }

    private static boolean isMaskable(int c) {
        return SIGNS_IN_PHONES.indexOf(c) < 0 && ",;/、".indexOf(c) < 0;
    }

    /** {@code 110***********1234}: of 18 characters the first 3 and the last 4, of fewer less. */
    public static String idNumber(String value) {
        int[] all = plain(value).strip().codePoints().toArray();
        int head = Math.min(3, all.length / 6);
        int tail = Math.min(4, all.length / 4);
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < all.length; i++) {
            boolean kept = (i < head || i >= all.length - tail) && isLetterOrDigit(all[i]);
            masked.appendCodePoint(kept ? all[i] : '*');
        }
        return masked.toString();
    }

    /**
     * {@code **** **** **** 1234}, however long the number is: its last 4 characters, at most a
     * third of it.
     */
    public static String bankAccount(String value) {
        int[] all =
                plain(value)
                        .codePoints()
                        .filter(c -> !Character.isWhitespace(c) && c != '-')
                        .toArray();
        int tail = Math.min(4, all.length / 3);
        StringBuilder end = new StringBuilder("*".repeat(4 - tail));
        for (int i = all.length - tail; i < all.length; i++) {
            end.appendCodePoint(isLetterOrDigit(all[i]) ? all[i] : '*');
        }
        return "**** **** **** " + end;
    }

    /** {@code z***@example.com}: the first letter, if there are more, and the domain. */
    public static String mail(String value) {
        String plain = plain(value).strip();
        int at = plain.lastIndexOf('@');
        if (at < 0) {
            return STARS;
        }
        String local = plain.substring(0, at);
        boolean kept = local.length() > 1 && isLetterOrDigit(local.charAt(0));
        return (kept ? local.substring(0, 1) : "") + STARS + plain.substring(at);
    }

    /** {@code 浙江省绍兴市越城区***}: what it begins with, down to the district; abroad nothing. */
    public static String address(String value) {
        Matcher region = DISTRICT.matcher(plain(value).replaceAll("\\s", ""));
        if (!region.find() || region.group(1).isEmpty()) {
            return STARS;
        }
        return region.group(1) + region.group(2) + STARS;
    }

    /** One form of every character, and none that turns or hides text. */
    private static String plain(String value) {
        String one = Normalizer.normalize(value, Normalizer.Form.NFKC);
        return Normalizer.normalize(one.replaceAll("[\\p{Cf}\\p{Cc}]", ""), Normalizer.Form.NFKC);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetterOrDigit(int c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
