package org.kedang.docworker;

/**
 * Puts the text codes of a page together: what stands at the same height is one line. Lengths are
 * millimetres.
 */
final class OfdLines {

    private static final double SAME_LINE = 1.0;

    private final StringBuilder text = new StringBuilder();
    private double objectTop;
    private double codeY;
    private double lastY = Double.NaN;

    void take(OfdPackage.Element element) {
        if (element.name().equals("TextObject") && element.text().isEmpty()) {
            String[] boundary = element.attribute("Boundary").trim().split("\\s+");
            objectTop = boundary.length == 4 ? number(boundary[1], 0) : 0;
            codeY = 0;
        } else if (element.name().equals("TextCode") && !element.text().isEmpty()) {
            codeY = number(element.attribute("Y"), codeY);
            add(objectTop + codeY, element.text());
        }
    }

    private void add(double y, String code) {
        if (!text.isEmpty()) {
            if (!(Math.abs(y - lastY) <= SAME_LINE)) {
                text.append('\n');
            } else if (text.codePointBefore(text.length()) < 0x2E80
                    && code.codePointAt(0) < 0x2E80) {
                text.append(' ');
            }
        }
        text.append(code);
        lastY = y;
    }

    private static double number(String written, double otherwise) {
        try {
            return written.isBlank() ? otherwise : Double.parseDouble(written);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    String text() {
        return text.toString();
    }
}
