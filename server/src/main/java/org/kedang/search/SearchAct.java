package org.kedang.search;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around searching. */
public enum SearchAct implements Act {
    DONE("search.done", "检索", "Searched", ActClass.USER),
    REBUILT("search.rebuilt", "重建检索索引", "Search index rebuilding started", ActClass.SYSTEM);

    private final String slug;
    private final String zh;
    private final String en;
    private final ActClass actClass;

    SearchAct(String slug, String zh, String en, ActClass actClass) {
        this.slug = slug;
        this.zh = zh;
        this.en = en;
        this.actClass = actClass;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    @Override
    public ActClass actClass() {
        return actClass;
    }
}
