package org.kedang.customer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Citizen identification number (公民身份号码): 6 digits of region, 8 of birth date, 3 of sequence and a
 * check character by ISO 7064 MOD 11-2 (GB 11643-1999).
 */
final class IdNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private IdNumber() {}

    static String normalised(String typed) {
        return typed.strip().replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Whether form, birth date (not after {@code today}) and check character are right. */
    static boolean isValid(String number, LocalDate today) {
        return number.matches("[1-9][0-9]{16}[0-9X]")
                && isBirthDate(number, today)
                && number.charAt(17) == checkCharacter(number);
    }

    private static boolean isBirthDate(String number, LocalDate today) {
        try {
            LocalDate birth =
                    LocalDate.of(
                            Integer.parseInt(number.substring(6, 10)),
                            Integer.parseInt(number.substring(10, 12)),
                            Integer.parseInt(number.substring(12, 14)));
            return !birth.isAfter(today) && birth.getYear() >= 1850;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The check character that belongs to the first 17 digits. */
    static char checkCharacter(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % 11);
    }
}
