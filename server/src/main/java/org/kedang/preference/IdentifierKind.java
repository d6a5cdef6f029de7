package org.kedang.preference;

import io.swagger.v3.oas.annotations.media.Schema;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** By what a guest is recognised beside name and telephone. */
@Schema(name = "CustomerIdentifierKind")
public enum IdentifierKind {
    /**
     * 车牌 (GA 36): province, letter, five or, for new energy, six characters; 挂, 学, 警, 港, 澳 at the
     * end; those of embassies and consulates.
     */
    PLATE(
            "车牌",
            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z](?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])"
                + "|使[0-9]{6}|[0-9]{6}使|[京沪渝川粤鄂鲁云贵陕辽][A-Z][0-9]{4}领"),
    /** 会员号. */
    MEMBER("会员号", "[A-Z0-9]{3,30}");

    private static final Pattern MARKS = Pattern.compile("[\\s·•.\\-—_]");

    private final String zh;
    private final Pattern written;

    IdentifierKind(String zh, String written) {
        this.zh = zh;
        this.written = Pattern.compile(written);
    }

    public String zh() {
        return zh;
    }

    /** The same for all ways of writing it; empty if it cannot be one. */
    public Optional<String> key(String typed) {
        String plain =
                MARKS.matcher(
                                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                                        .toUpperCase(Locale.ROOT))
                        .replaceAll("");
        return written.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }
}
