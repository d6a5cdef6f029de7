package org.kedang.notice;

import java.util.List;

/** The kinds of notices of one module, published as a bean so that people can choose. */
public record NoticeKinds(List<NoticeKind> all) {
    public static NoticeKinds of(NoticeKind... kinds) {
        return new NoticeKinds(List.of(kinds));
    }
}
