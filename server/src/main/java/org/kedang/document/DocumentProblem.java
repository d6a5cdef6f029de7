package org.kedang.document;

import org.kedang.kernel.ProblemType;

/** Why a scan is not taken. */
public enum DocumentProblem implements ProblemType {
    SCAN_REFUSED(
            "scan-refused",
            400,
            "扫描件只接受 PDF、PNG、JPEG，且须通过病毒检查。",
            "A scan must be PDF, PNG or JPEG and pass the virus check."),
    SCAN_UNCHECKED(
            "scan-unchecked",
            503,
            "病毒检查暂不可用，未保存；请稍后再传。",
            "The virus check is not available, nothing was saved; upload again later.");

    private final Words words;

    DocumentProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
