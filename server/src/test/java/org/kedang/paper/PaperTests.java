package org.kedang.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.kedang.paper.Table.Cell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

class PaperTests {
    @Test
    void embedsOnlyTheCharactersThatAreUsed() throws IOException {
        byte[] bytes = written(paper -> paper.heading("客户档案审批单"));

        assertThat(bytes).hasSizeLessThan(40_000);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            for (PDFont font : fonts(document)) {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
        }
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        assertThat(fonts).isNotEmpty();
        return fonts;
    }

    @Test
    void refusesNoText() throws IOException {
        byte[] bytes =
                written(paper -> paper.remark("𬭎\t镕\u0000\u200b邓小\uFE00平😀\r\nسلام — “引号”"));

        // what the typeface lacks is a blank mark, what has no look is nothing
        assertThat(text(bytes)).contains("𬭎 镕 邓小平〓").contains("— “引号”").doesNotContain("😀");
    }

    @Test
    void goesOnWithTheHeadingsOnTheNextPage() throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            rows.add(List.of(Cell.of("第" + i + "行"), Cell.of("审批意见".repeat(12))));
        }
        byte[] bytes =
                written(paper -> paper.table(new Table(List.of(1, 2), List.of("环节", "意见"), rows)));

        try (PDDocument document = Loader.loadPDF(bytes)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(3, 6);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(document, page))
                        .contains("环节")
                        .contains("第 " + page + " 页 共 " + pages + " 页");
            }
            for (int i = 1; i <= 60; i++) {
                assertThat(text(bytes)).contains("第" + i + "行");
            }
        }
    }

    @Test
    void leavesNoHeadingsAloneAtTheEndOfAPage() throws IOException {
        byte[] bytes =
                written(
                        paper -> {
                            paper.down(Paper.BOTTOM - Paper.TOP - 30);
                            paper.table(
                                    new Table(
                                            List.of(1),
                                            List.of("环节"),
                                            List.of(List.of(Cell.of("负责人")))));
                        });

        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(text(document, 1)).doesNotContain("环节");
            assertThat(text(document, 2)).containsOnlyOnce("环节").contains("负责人");
        }
    }

    @Test
    void partsARowThatNoPageCanHold() throws IOException {
        String opinion = "此处写明理由，共计一百个字。".repeat(400);
        byte[] bytes =
                written(
                        paper ->
                                paper.table(
                                        new Table(
                                                List.of(1, 4),
                                                List.of(),
                                                List.of(
                                                        List.of(
                                                                Cell.label("意见"),
                                                                Cell.of(opinion))))));

        String text = text(bytes).replaceAll("\\s", "").replaceAll("第\\d页共\\d页", "");
        assertThat(text.contains(opinion)).isTrue();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isBetween(4, 6);
        }
    }

    private interface Writing {
        void on(Paper paper);
    }

    private static byte[] written(Writing writing) {
        try (Paper paper = Paper.a4("试", "zh-CN")) {
            writing.on(paper);
            return paper.finish((page, pages) -> "第 %d 页 共 %d 页".formatted(page, pages));
        }
    }

    private static String text(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }
}
