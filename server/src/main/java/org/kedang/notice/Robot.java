package org.kedang.notice;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.util.List;

/**
 * A robot of a group in 企业微信, 钉钉 or 飞书, as the operator has set it up there.
 *
 * @param name tells robots apart; of letters, digits and hyphens
 * @param url what the group's settings show; it holds a secret of its own
 * @param secret signs what is posted, for 钉钉 and 飞书; 企业微信 knows no signature
 * @param kinds which notices it posts; empty for all urgent ones
 */
public record Robot(
        @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String name,
        @NotNull Robot.House house,
        @NotNull URI url,
        @Nullable String secret,
        @DefaultValue List<String> kinds) {

    /** Whose robot it is. */
    public enum House {
        WECOM,
        DINGTALK,
        FEISHU
    }

    boolean carries(NoticeKind kind) {
        return kinds.isEmpty() ? kind.words().urgent() : kinds.contains(kind.slug());
    }
}
