package org.kedang.notice;

/** A kind of notice, which people switch on and off. Each module lists its own in one enum. */
public interface NoticeKind {
    /**
     * What stands for a kind.
     *
     * @param slug dotted name, unique in the whole system: {@code alert.raised}
     * @param urgent told by mail too unless somebody chose otherwise, and not kept back for the
     *     mail of the day; robots without kinds of their own carry these
     */
    record Words(String slug, String zh, String en, boolean urgent) {}

    Words words();

    default String slug() {
        return words().slug();
    }
}
