package org.kedang.kernel;

import java.util.List;

/** A language in which people read what the server writes. */
public enum Language {
    ZH("zh-CN", "、"),
    EN("en", ", ");

    private final String tag;
    private final String comma;

    Language(String tag, String comma) {
        this.tag = tag;
        this.comma = comma;
    }

    /** As BCP 47 names it. */
    public String tag() {
        return tag;
    }

    /** The one of two texts that is in this language. */
    public String of(String zh, String en) {
        return this == ZH ? zh : en;
    }

    /** Several names in one line. */
    public String list(List<String> names) {
        return String.join(comma, names);
    }
}
