package org.kedang.document;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Documents that behave well and documents that do not. */
public final class TestDocuments {

    private TestDocuments() {}

    record Given(String name, byte[] content) implements DocumentSource {
        @Override
        public long size() {
            return content.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }

    static DocumentSource note(String text) {
        return new Given("note.txt", text.getBytes(Charset.forName("GB18030")));
    }

    /**
     * A page of forms in forms in forms, a hundred each: a small file that nobody lives to see the
     * end of.
     */
    public static DocumentSource pageWithoutEnd() {
        try (PDDocument pdf = new PDDocument()) {
            PDFormXObject inner = form(pdf, "q Q\n".repeat(100), null);
            for (int level = 0; level < 6; level++) {
                inner = form(pdf, "/Fm Do\n".repeat(100), inner);
            }
            PDPage page = new PDPage();
            page.setResources(resources(inner));
            page.setContents(
                    new PDStream(
                            pdf,
                            new ByteArrayInputStream(
                                    "/Fm Do\n".getBytes(StandardCharsets.US_ASCII))));
            pdf.addPage(page);
            return saved(pdf, "endless.pdf");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDFormXObject form(PDDocument pdf, String content, @Nullable PDFormXObject inner)
            throws IOException {
        PDFormXObject form =
                new PDFormXObject(
                        new PDStream(
                                pdf,
                                new ByteArrayInputStream(
                                        content.getBytes(StandardCharsets.US_ASCII))));
        form.setBBox(PDRectangle.A4);
        form.setResources(resources(inner));
        return form;
    }

    private static PDResources resources(@Nullable PDFormXObject inner) {
        PDResources resources = new PDResources();
        if (inner != null) {
            resources.put(COSName.getPDFName("Fm"), inner);
        }
        return resources;
    }

    /** A page of so many words that its text does not fit into a small heap. */
    static DocumentSource pageOfTooManyWords() {
        return pdf("huge.pdf", "(every word of it needs a place) Tj 0 -1 Td\n", 100_000);
    }

    private static DocumentSource pdf(String name, String operator, int times) {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            PDResources resources = new PDResources();
            resources.put(
                    COSName.getPDFName("F1"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            page.setResources(resources);
            PDStream stream = new PDStream(pdf);
            try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write("BT /F1 12 Tf 10 700 Td\n".getBytes(StandardCharsets.US_ASCII));
                byte[] block = operator.repeat(1000).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < times / 1000; i++) {
                    out.write(block);
                }
                out.write("ET\n".getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(stream);
            pdf.addPage(page);
            return saved(pdf, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocumentSource saved(PDDocument pdf, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return new Given(name, bytes.toByteArray());
    }
}
