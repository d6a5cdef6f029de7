package org.kedang.certificate;

/** What a certificate says about its customer. */
public enum CertificateKind {
    BUSINESS_LICENCE("营业执照", "Business licence"),
    QUALIFICATION("资质证书", "Qualification certificate"),
    PERMIT("许可证", "Permit"),
    AUTHORISATION("授权书", "Authorisation"),
    /** Its number is an ID number. */
    IDENTITY("身份证明", "Identity document"),
    OTHER("其他证照", "Other certificate");

    private final String zh;
    private final String en;

    CertificateKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
