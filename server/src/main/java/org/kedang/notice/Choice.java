package org.kedang.notice;

/**
 * How somebody wants to hear of one kind of notice.
 *
 * @param kind the kind's slug
 */
public record Choice(String kind, boolean inPage, boolean byMail) {
    /** What holds as long as nothing was chosen. */
    static Choice usual(NoticeKind kind) {
        return new Choice(kind.slug(), true, kind.words().urgent());
    }
}
