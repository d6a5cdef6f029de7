package org.kedang.kernel;

import io.nayuki.qrcodegen.QrCode;

/** Draws QR codes (ISO/IEC 18004) as SVG. */
public final class QrDrawing {
    /** Blank modules around, as the standard asks. */
    private static final int QUIET = 4;

    private QrDrawing() {}

    /** A drawing of the code that reads as this text. */
    public static String svg(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        int side = code.size + 2 * QUIET;
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0,0h%1$dv%1$dh-%1$dz"/><path fill="#000" d="%2$s"/></svg>\
        """
                .formatted(side, path);
    }
}
