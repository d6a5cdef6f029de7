package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kedang.approval.Card.CardActs;
import org.kedang.approval.Card.CardStep;
import org.kedang.approval.Card.CardTask;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormField.Option;
import org.kedang.form.Label;
import org.kedang.kernel.Language;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class RequestPaperTests {
    private static final String ADDRESS =
            "https://kedang.example.cn/approvals/0197c2a0-7a5e-7c11-9d0e-5b1f0c2d3e4f/proof";
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID DEPARTMENT = UUID.randomUUID();
    private static final UUID FILE = UUID.randomUUID();
    private static final Instant MORNING = Instant.parse("2026-11-23T01:05:00Z");

    @Test
    void holdsEverythingThatIsKnown() throws IOException {
        byte[] pdf = paper().pdf(Language.ZH);
        Files.write(Path.of("target", "request-paper.pdf"), pdf);

        String text = text(pdf);
        assertThat(text)
                .contains("采购申请审批单", "编号 SQ2026-000123", "审批中")
                .contains("苏晓燕", "市场部", "2026-11-23 09:05")
                .contains("¥ 1,280.50", "1,200.125", "2026-12-01", "急件", "甲类、乙类", "是")
                .contains("王建国", "综合管理部", "发票（第 1 联）.pdf")
                .contains("座机", "0510-8888", "0510-9999", "—")
                .contains("部门负责人", "赵敏", "钱进 代办", "材料齐全，同意。", "2026-11-23 10:05")
                .contains("建议不同意", "上一环节已同意", "抄送：孙丽、李强")
                .contains("扫码核验 SQ2026-000123", "陈静 于 2026-11-23 11:05 从客档系统生成");
        assertThat(text.replaceAll("\\s", ""))
                .contains("因现有设备老化".repeat(60))
                .contains("SQ2026-000123第1页共2页", "SQ2026-000123第2页共2页");
    }

    @Test
    void speaksEnglish() throws IOException {
        assertThat(text(paper().pdf(Language.EN)))
                .contains("Purchase", "Number SQ2026-000123", "Open", "A, B", "Yes", "advises no")
                .contains("Made from Kedang by 陈静, 2026-11-23 11:05")
                .contains("page 1 of");
    }

    @Test
    void leadsToTheProofOfTheRecord() throws IOException, ReaderException {
        byte[] pdf = paper().pdf(Language.ZH);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int last = document.getNumberOfPages() - 1;
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(last, 200);

            assertThat(read(page)).isEqualTo(ADDRESS);
        }
    }

    private static String read(BufferedImage page) throws ReaderException {
        int width = page.getWidth();
        int[] pixels = page.getRGB(0, 0, width, page.getHeight(), null, 0, width);
        var source = new RGBLuminanceSource(width, page.getHeight(), pixels);
        var bitmap = new BinaryBitmap(new HybridBinarizer(source));
        return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static RequestPaper paper() {
        return new RequestPaper(card(), ADDRESS, "陈静", MORNING.plusSeconds(7200));
    }

    private static Card card() {
        return new Card(
                UUID.randomUUID(),
                "SQ2026-000123",
                "purchase",
                Label.of("采购申请", "Purchase"),
                "采购申请：高速扫描仪",
                RequestState.OPEN,
                null,
                form(),
                values(),
                Map.of(
                        PERSON.toString(), "王建国",
                        DEPARTMENT.toString(), "综合管理部",
                        FILE.toString(), "发票（第 1 联）.pdf"),
                List.of(),
                List.of(
                        new FieldChange(Label.of("座机", "Phone"), "0510-8888", "0510-9999"),
                        new FieldChange(Label.of("传真", "Fax"), null, "0510-7777")),
                "业务需要",
                PERSON,
                "苏晓燕",
                "市场部",
                MORNING,
                null,
                List.of(way()),
                List.of(),
                List.of("孙丽", "李强"),
                Map.of(),
                null,
                List.of(),
                new CardActs(false, false, false, false, false));
    }

    private static List<FormField> form() {
        Option a = new Option("a", Label.of("甲类", "A"));
        Option b = new Option("b", Label.of("乙类", "B"));
        Option urgent = new Option("urgent", Label.of("急件", "Urgent"));
        return List.of(
                FormField.of("what", Kind.LONG_TEXT, "理由", "Why"),
                FormField.of("price", Kind.MONEY, "金额", "Price"),
                FormField.of("weight", Kind.NUMBER, "重量", "Weight"),
                FormField.of("until", Kind.DATE, "何时要", "Until"),
                FormField.of("how", Kind.CHOICE, "缓急", "How").choosing(urgent),
                FormField.of("kinds", Kind.CHOICES, "类别", "Kinds").choosing(a, b),
                FormField.of("budget", Kind.YES_NO, "已列预算", "Budgeted"),
                FormField.of("keeper", Kind.PERSON, "保管人", "Keeper"),
                FormField.of("place", Kind.DEPARTMENT, "使用部门", "Place"),
                FormField.of("papers", Kind.FILE, "附件", "Papers"),
                FormField.of("note", Kind.TEXT, "备注", "Note"));
    }

    private static Map<String, Object> values() {
        return Map.of(
                "what",
                "因现有设备老化".repeat(60),
                "price",
                1280.5,
                "weight",
                "1200.125",
                "until",
                "2026-12-01",
                "how",
                "urgent",
                "kinds",
                List.of("a", "b"),
                "budget",
                true,
                "keeper",
                PERSON.toString(),
                "place",
                DEPARTMENT.toString(),
                "papers",
                List.of(FILE.toString()));
    }

    private static CardStep way() {
        Instant later = MORNING.plusSeconds(3600);
        return new CardStep(
                "head",
                Label.of("部门负责人", "Head"),
                Mode.ALL,
                100,
                MORNING,
                null,
                null,
                null,
                List.of(
                        task(
                                "赵敏",
                                Task.Voice.DECIDES,
                                Task.State.APPROVED,
                                "材料齐全，同意。",
                                later,
                                "钱进"),
                        task(
                                "周涛",
                                Task.Voice.ADVISES,
                                Task.State.REJECTED,
                                "价格偏高。\n请再比价。",
                                later,
                                null),
                        task("吴芳", Task.Voice.DECIDES, Task.State.SKIPPED, null, null, null),
                        task("郑凯", Task.Voice.DECIDES, Task.State.OPEN, null, null, null)));
    }

    private static CardTask task(
            String person,
            Task.Voice voice,
            Task.State state,
            @Nullable String opinion,
            @Nullable Instant at,
            @Nullable String by) {
        return new CardTask(
                UUID.randomUUID(),
                person,
                Task.Origin.NAMED,
                voice,
                state,
                opinion,
                at,
                by,
                null,
                false);
    }
}
