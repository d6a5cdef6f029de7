package org.kedang.identity;

/** 密级, from open to secret (codes of GB/T 7156); stored by position. */
public enum SecrecyLevel {
    PUBLIC("公开", "Public"),
    INTERNAL("内部", "Internal"),
    CONFIDENTIAL("秘密", "Confidential"),
    SECRET("机密", "Secret");

    private final String zh;
    private final String en;

    SecrecyLevel(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether a person with this clearance may see something of that level. */
    public boolean isWithin(SecrecyLevel clearance) {
        return compareTo(clearance) <= 0;
    }

    public static SecrecyLevel ofStored(int position) {
        return values()[position];
    }
}
