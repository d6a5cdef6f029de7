package org.kedang.consent;

/** By which way a customer said something. */
public enum ConsentChannel {
    WRITTEN("书面"),
    PHONE("电话"),
    WEB("网页"),
    MAIL("邮件"),
    OTHER("其他");

    private final String zh;

    ConsentChannel(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
