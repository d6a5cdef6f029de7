package org.kedang.database;

/** The database cannot be brought up; both texts say what the operator does about it. */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String zh;
    private final String en;

    DatabaseUnavailable(String zh, String en) {
        super(en);
        this.zh = zh;
        this.en = en;
    }

    DatabaseUnavailable(String zh, String en, Throwable cause) {
        super(en, cause);
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
