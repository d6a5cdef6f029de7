package org.kedang.document;

import static org.kedang.document.Severity.ERROR;
import static org.kedang.document.Severity.INFO;
import static org.kedang.document.Severity.WARNING;

/**
 * Everything that can be found out about a document, with what to tell people. Names in braces are
 * details.
 */
public enum FindingCode {
    READABLE(INFO, "可读：{format}", "Readable: {format}"),
    EMPTY(ERROR, "文件是空的，请重新上传", "The file is empty; upload it again"),
    DAMAGED(
            WARNING,
            "文件有损坏，可读的部分已提取：{reason}",
            "The file is damaged; what is readable has been taken: {reason}"),
    UNREADABLE(
            ERROR,
            "文件已损坏，无法读取；请核对原件后重新上传：{reason}",
            "The file is damaged and cannot be read; check the original and upload again:"
                    + " {reason}"),
    PROTECTED(
            WARNING,
            "文件有密码保护，无法提取文字；请归档一份无密码的版本",
            "The file is protected by a password, its text cannot be taken; file a copy without a"
                    + " password"),
    EXTENSION_MISMATCH(
            WARNING,
            "扩展名 .{extension} 与内容（{format}）不一致",
            "The extension .{extension} does not agree with the content ({format})"),
    MACROS(WARNING, "文件含有宏，打开时请注意", "The file contains macros; open it with care"),
    ARCHIVE_LISTED(INFO, "压缩包，含 {entries} 个文件", "Archive with {entries} files"),
    ENTRY_NAMES_GBK(
            INFO,
            "压缩包内的文件名为 GBK 编码，已正确识别",
            "The names in the archive are in GBK and have been decoded"),
    ARCHIVE_LIMIT_REACHED(
            WARNING,
            "压缩包超过检查上限（{limit}），只检查了一部分",
            "The archive goes beyond a limit ({limit}); only a part was examined"),
    ATTACHMENT_FOUND(INFO, "含附件：{name}", "Has an attachment: {name}"),
    ELECTRONIC_INVOICE(INFO, "电子发票，号码 {number}", "Electronic invoice, number {number}"),
    TEXT_BY_OCR(
            INFO,
            "文字由图像识别（OCR）得到，可能有误；识别页数：{pages}",
            "Text by OCR, may contain errors; pages: {pages}"),
    OCR_UNAVAILABLE(
            WARNING,
            "没有安装或没有启用文字识别（Tesseract chi_sim），图像中的文字未提取",
            "Text recognition (Tesseract with chi_sim) is not installed or off; text in images was"
                    + " not taken"),
    OCR_LIMIT_REACHED(
            WARNING,
            "图像页超过识别上限，只识别了前 {pages} 页",
            "More pages of images than the limit; only {pages} were recognised"),
    TEXT_ENCODING(INFO, "文本编码：{charset}", "Text encoding: {charset}"),
    TEXT_TRUNCATED(
            WARNING,
            "文字过长，只有前 {chars} 个字符可以检索",
            "The text is very long; only the first {chars} characters can be searched"),
    TIME_LIMIT_REACHED(
            WARNING, "检查时间已到，只提取了一部分文字", "Time ran out; only a part of the text was taken"),
    NO_TEXT(INFO, "文件中没有可检索的文字", "There is no text to search in this file"),
    UNSUPPORTED_FORMAT(
            INFO,
            "格式为 {format}，原样保存，不提取文字",
            "The format is {format}; kept as it is, its text is not taken"),

    TIMED_OUT(
            ERROR,
            "检查超过 {seconds} 秒，已中止；文件原样保存",
            "The examination was stopped after {seconds} seconds; the file is kept"),
    WORKER_CRASHED(
            ERROR,
            "检查进程意外退出（{reason}）；文件原样保存",
            "The examining process ended unexpectedly ({reason}); the file is kept"),
    OUT_OF_MEMORY(
            ERROR,
            "检查所需内存超过上限，已中止；文件原样保存",
            "The examination needed more memory than allowed; the file is kept"),
    VIRUS_FOUND(ERROR, "发现病毒：{name}", "Virus found: {name}"),
    VIRUS_SCAN_UNAVAILABLE(
            WARNING, "病毒扫描不可用：{reason}", "Virus scanning is not available: {reason}");

    private final Severity severity;
    private final String zh;
    private final String en;

    FindingCode(Severity severity, String zh, String en) {
        this.severity = severity;
        this.zh = zh;
        this.en = en;
    }

    public Severity severity() {
        return severity;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
