package org.kedang.docworker;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/**
 * Text of one page; an operator that cannot be carried out costs only itself, a font that cannot be
 * opened its text.
 */
final class PageText extends PDFTextStripper {

    private boolean fontBroken;
    private boolean fontWasBroken;
    private String trouble = "";

    String of(PDDocument pdf, int page) throws IOException {
        fontBroken = false;
        fontWasBroken = false;
        trouble = "";
        setStartPage(page);
        setEndPage(page);
        StringWriter text = new StringWriter();
        writeText(pdf, text);
        if (fontWasBroken && trouble.isEmpty() && text.toString().isBlank()) {
            trouble = "font cannot be opened";
        }
        return text.toString();
    }

    /** What could not be carried out on the last page; empty when nothing. */
    String trouble() {
        return trouble;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (operator.getName().equals(OperatorName.SET_FONT_AND_SIZE)) {
            fontBroken = false;
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
        if (operator.getName().equals(OperatorName.SET_FONT_AND_SIZE)) {
            fontBroken = true;
            fontWasBroken = true;
        } else {
            trouble = Examiner.reason(e);
        }
    }

    @Override
    protected void showText(byte[] string) throws IOException {
        if (!fontBroken) {
            super.showText(string);
        }
    }
}
