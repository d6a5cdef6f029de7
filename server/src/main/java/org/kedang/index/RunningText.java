package org.kedang.index;

/**
 * Long texts as they are analysed: lower case, half width, simplified, and without the breaks that
 * typesetting puts between Chinese characters.
 */
final class RunningText {
    private RunningText() {}

    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        boolean afterChinese = false;
        int pendingSpace = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || c == 0x3000 || c == 0xA0) {
                pendingSpace = 1;
                continue;
            }
            boolean chinese = Pinyin.isChinese(c);
            if (pendingSpace > 0 && !(chinese && afterChinese)) {
                clean.append(' ');
            }
            pendingSpace = 0;
            append(clean, c);
            afterChinese = chinese;
        }
        return clean.toString();
    }

    private static void append(StringBuilder clean, int c) {
        String folded = Folded.text(Character.toString(c));
        if (folded.isEmpty()) {
            clean.appendCodePoint(c);
        } else {
            clean.append(folded);
        }
    }
}
