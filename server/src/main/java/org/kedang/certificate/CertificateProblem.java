package org.kedang.certificate;

import org.kedang.kernel.ProblemType;

/** Refusals about certificates. */
enum CertificateProblem implements ProblemType {
    CERTIFICATE_OVER(
            "certificate-over",
            409,
            "这张证照已换证或作废，不能再改，未保存。",
            "This certificate was replaced or voided and cannot be changed; nothing was saved."),
    CERTIFICATE_NUMBER_NOT_YOURS(
            "certificate-number-not-yours",
            403,
            "您无权查看或修改身份证明的号码和扫描件，未保存。请联系档案员，或向安全保密员申请。",
            "Number and scan of an identity document are not yours to see or change; nothing was"
                    + " saved. Ask the records clerk or the security officer."),
    NO_REVIEW_DUE(
            "no-review-due",
            409,
            "这张证照没有登记年检日期，无需标记。请先修改证照，填写“年检到期”。",
            "No review is due for this certificate. Give it a day of review first."),
    CERTIFICATE_SCAN_REFUSED(
            "certificate-scan-refused",
            400,
            "扫描件须为未感染病毒的 PDF、PNG 或 JPEG，未保存。",
            "The scan must be a PDF, PNG or JPEG free of viruses; nothing was saved."),
    CERTIFICATE_SCAN_UNCHECKED(
            "certificate-scan-unchecked",
            503,
            "病毒扫描暂不可用，扫描件未保存；请稍后再传。",
            "The virus scanner does not answer; the scan was not saved. Try again shortly.");

    private final Words words;

    CertificateProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
