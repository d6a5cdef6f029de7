package org.kedang.walk;

/** Words, phone numbers and codes that stand nowhere but in one planted text. */
final class Words {
    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CODE_WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** Long enough that no challenge or token of random letters holds such a word by chance. */
    static final String START = "qxvzkw";

    private int used;

    /** Stands in the title of everything planted, so that one search finds all of it. */
    static final String COMMON = "暗桩";

    /** A new word, as {@link Traces#WORD} knows it. */
    String next() {
        int n = used++;
        StringBuilder word = new StringBuilder(START);
        for (int i = 0; i < 4; i++) {
            word.append((char) ('a' + n % 26));
            n /= 26;
        }
        return word.toString();
    }

    String phone() {
        return "1390715%04d".formatted(used++);
    }

    /** With its check digit (GB 32100). */
    String creditCode() {
        String body = "91330600" + "WX%07d".formatted(used++);
        int sum = 0;
        for (int k = 0; k < CODE_WEIGHTS.length; k++) {
            sum += CODE.indexOf(body.charAt(k)) * CODE_WEIGHTS[k];
        }
        return body + CODE.charAt((31 - sum % 31) % 31);
    }

    /** With its check digit (GB 11643). */
    String idNumber() {
        String body = "33060219900715%03d".formatted(used++ % 1000);
        int sum = 0;
        for (int k = 0; k < ID_WEIGHTS.length; k++) {
            sum += (body.charAt(k) - '0') * ID_WEIGHTS[k];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
