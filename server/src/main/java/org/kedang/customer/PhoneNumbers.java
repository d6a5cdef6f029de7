package org.kedang.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Telephone numbers as people write them in China: {@code 0575-88880000转801}, {@code 13800001111 /
 * 400-800-1234}, {@code +852 2888 0000}.
 */
public final class PhoneNumbers {
    private static final String HOME = "CN";
    private static final Pattern BETWEEN = Pattern.compile("[,，;；、/]");
    private static final Pattern SIGNS =
            Pattern.compile("[0-9０-９+＋()（）\\-－—– .#*＃]+((转|分机|ext\\.?|x) ?[0-9]{1,6})?");

    /** The library takes the first digits of some for a carrier's code. */
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT = ShortNumberInfo.getInstance();

    private PhoneNumbers() {}

    /** Whether each of the numbers, of which several may stand in the text, could be dialled. */
    public static boolean areDiallable(String text) {
        String[] numbers = BETWEEN.split(text);
        return numbers.length > 0 && Arrays.stream(numbers).allMatch(PhoneNumbers::isDiallable);
    }

    private static boolean isDiallable(String typed) {
        String number = typed.strip();
        if (MOBILE.matcher(number).matches()) {
            return true;
        }
        if (!SIGNS.matcher(number).matches()) {
            return false;
        }
        try {
            PhoneNumber parsed = NUMBERS.parse(number.replaceFirst("(转|分机|x) ?", " ext. "), HOME);
            return NUMBERS.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE
                    || SHORT.isValidShortNumberForRegion(parsed, HOME);
        } catch (NumberParseException e) {
            return false;
        }
    }
}
