package org.kedang.docworker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.document.ContainedEntry;
import org.kedang.document.Examination;
import org.kedang.document.Finding;
import org.kedang.document.FindingCode;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.element.Paragraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** OFD written by ofdrw, which is not ours, and by hand where it must be broken. */
class OfdTextTests {

    private static final String OFD = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    @TempDir Path folder;
    private Examining examining;

    @BeforeEach
    void start() throws IOException {
        examining = new Examining(Files.createDirectory(folder.resolve("work")));
    }

    @Test
    void readsPagesWrittenByAnotherProgram() throws Exception {
        Path file = folder.resolve("a.ofd");
        Path attachment = Files.writeString(folder.resolve("说明.txt"), "附件里的说明文字");
        try (OFDDoc ofd = new OFDDoc(file)) {
            ofd.add(new Paragraph("绍兴鉴湖酿酒有限公司采购合同"));
            ofd.addAttachment(new org.ofdrw.layout.edit.Attachment("说明", attachment));
        }

        Examination examination = examining.of("a.ofd", Files.readAllBytes(file));

        assertThat(examination.format().name()).isEqualTo("OFD");
        assertThat(examination.text()).contains("绍兴鉴湖酿酒有限公司采购合同", "附件里的说明文字");
        assertThat(examination.pages()).isEqualTo(1);
        assertThat(examination.entries())
                .extracting(ContainedEntry::path)
                .containsExactly("说明.txt");
        assertThat(examination.findings())
                .containsExactly(
                        Finding.of(FindingCode.ATTACHMENT_FOUND, "name", "说明.txt"),
                        Finding.of(FindingCode.READABLE, "format", "OFD"));
    }

    private static Zips ofd() {
        return new Zips()
                .with(
                        "OFD.xml",
                        """
                        <ofd:OFD %s><ofd:DocBody><ofd:DocInfo><ofd:Title>公函</ofd:Title><ofd:CustomDatas>
                        <ofd:CustomData Name="发票号码">25332000000012345678</ofd:CustomData>
                        <ofd:CustomData Name="购买方名称">鉴湖酿酒</ofd:CustomData></ofd:CustomDatas></ofd:DocInfo>
                        <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>\
                        """
                                .formatted(OFD))
                .with(
                        "Doc_0/Document.xml",
                        """
                        <ofd:Document %s><ofd:CommonData><ofd:TemplatePage ID="9" BaseLoc="Tpl.xml"/></ofd:CommonData>
                        <ofd:Pages><ofd:Page ID="1" BaseLoc="P1.xml"/><ofd:Page ID="2" BaseLoc="P2.xml"/></ofd:Pages>
                        </ofd:Document>\
                        """
                                .formatted(OFD))
                .with("Doc_0/Tpl.xml", page("模板上的抬头", ""))
                .with("Doc_0/P1.xml", page("第一页", "<ofd:Template TemplateID=\"9\"/>"))
                .with("Doc_0/P2.xml", page("第二页", ""));
    }

    private static String page(String text, String before) {
        return """
        <ofd:Page %s>%s<ofd:Content><ofd:Layer><ofd:TextObject Boundary="10 10 100 5">
        <ofd:TextCode X="0" Y="4">%s</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>\
        """
                .formatted(OFD, before, text);
    }

    @Test
    void readsTemplatesTitleAndInvoice() throws IOException {
        Examination examination = examining.of("a.ofd", ofd().bytes());

        assertThat(examination.text()).isEqualTo("模板上的抬头\n第一页\n第二页");
        assertThat(examination.title()).isEqualTo("公函");
        assertThat(Examining.finding(examination, FindingCode.ELECTRONIC_INVOICE).details())
                .containsEntry("number", "25332000000012345678")
                .containsEntry("buyer", "鉴湖酿酒");
    }

    @Test
    void reportsDamagedPageAndReadsTheRest() throws IOException {
        Examination examination =
                examining.of("a.ofd", ofd().with("Doc_0/P1.xml", "<ofd:Page").bytes());

        assertThat(examination.text()).contains("第二页");
        assertThat(examination.findings())
                .contains(Finding.of(FindingCode.DAMAGED, "reason", "Doc_0/P1.xml"));
    }

    @Test
    void expandsNoEntities() throws IOException {
        String evil =
                "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"boom\">]>"
                        + page("甲&x;&y;", "");

        Examination examination = examining.of("a.ofd", ofd().with("Doc_0/P1.xml", evil).bytes());

        assertThat(examination.text()).contains("第二页").doesNotContain("root:", "boom");
    }

    @Test
    void reportsEncryptedPackage() throws IOException {
        Examination examination =
                examining.of("a.ofd", ofd().with("Encryptions.xml", "<a/>").bytes());

        assertThat(examination.findings()).containsExactly(Finding.of(FindingCode.PROTECTED));
    }

    @Test
    void joinsWhatStandsOnOneLine() {
        OfdLines lines = new OfdLines();
        for (String[] run :
                new String[][] {{"10", "甲方"}, {"10.4", "乙方"}, {"20", "No."}, {"20", "7"}}) {
            lines.take(
                    new OfdPackage.Element(
                            "TextObject",
                            java.util.Map.of("Boundary", "0 " + run[0] + " 9 9"),
                            ""));
            lines.take(new OfdPackage.Element("TextCode", java.util.Map.of("Y", "1"), run[1]));
        }

        assertThat(lines.text()).isEqualTo("甲方乙方\nNo. 7");
    }
}
