package org.kedang.customer;

import java.util.Locale;

/**
 * Unified social credit code (统一社会信用代码): 18 characters, the last one a check character modulo 31
 * (GB 32100-2015).
 *
 * <p>Capital letters and digits, without I, O, Z, S, V.
 */
final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };
    private static final int LENGTH = 18;

    private CreditCode() {}

    static String normalised(String typed) {
        return typed.strip().replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Whether all characters are of the alphabet and the check character is right. */
    static boolean isValid(String code) {
        return code.length() == LENGTH
                && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && code.charAt(LENGTH - 1) == checkCharacter(code);
    }

    /** The check character that belongs to the first 17 characters. */
    static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
