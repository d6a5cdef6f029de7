package org.kedang.search;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around searching. */
public enum SearchAct implements Act {
    DONE("search.done", "检索", "Searched", ActClass.USER),
    REBUILT("search.rebuilt", "重建检索索引", "Search index rebuilding started", ActClass.SYSTEM);

    private final Words words;

    SearchAct(String slug, String zh, String en, ActClass actClass) {
        this.words = new Words(slug, zh, en, actClass);
    }

    @Override
    public Words words() {
        return words;
    }
}
