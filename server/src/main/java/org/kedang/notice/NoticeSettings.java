package org.kedang.notice;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.net.URI;
import java.util.List;

/**
 * How notices leave the house. Mail needs {@code spring.mail.host} as well.
 *
 * @param mailFrom the sender of notices by mail; {@code null} sends none
 * @param mailDomains domains that people may give as their address, in lower case; empty for any
 * @param address where people reach the client, for links in mail and robots; {@code null} leaves
 *     links out
 * @param robots robots of groups, which post what concerns the group
 */
@Validated
@ConfigurationProperties("kedang.notice")
public record NoticeSettings(
        @Nullable String mailFrom,
        @DefaultValue List<String> mailDomains,
        @Nullable URI address,
        @DefaultValue List<@Valid Robot> robots) {

    /** The place in the client as a whole address, or nothing. */
    String linked(String link) {
        return address == null ? "" : address.toString().replaceAll("/+$", "") + link;
    }
}
