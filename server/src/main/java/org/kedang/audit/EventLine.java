package org.kedang.audit;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * The one text of an event that is hashed: a line of JSON without spaces, members in a fixed order,
 * empty ones left out, strings escaped as RFC 8785, section 3.2.2.2, asks. The order of members is
 * that of {@code docs/audit-format.md}; changing it makes every older event unprovable.
 */
public final class EventLine {
    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
                    .appendPattern(".SSSSSS'Z'")
                    .toFormatter()
                    .withZone(ZoneOffset.UTC);

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder line = new StringBuilder(512);

    private EventLine() {}

    /** The line without a line break, in UTF-8. */
    public static byte[] of(LoggedEvent event) {
        return text(event).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What the line only promises: title and changes, with salt, so that an export can leave them
     * out and nobody finds them by trying. Empty if the event has neither.
     */
    static String content(LoggedEvent event) {
        if (Objects.requireNonNullElse(event.subjectTitle(), "").isEmpty()
                && event.changes().isEmpty()) {
            return "";
        }
        EventLine json = new EventLine();
        json.line.append('{');
        json.member("salt", event.salt());
        json.member("subjectTitle", event.subjectTitle());
        json.changes(event.changes());
        return json.line.append('}').toString();
    }

    static String text(LoggedEvent event) {
        EventLine json = new EventLine();
        json.line.append('{');
        json.who(event);
        json.what(event);
        json.strings("fields", event.changes().stream().map(Change::field).toList());
        json.promise(content(event));
        return json.line.append('}').toString();
    }

    /** The last member, so that whoever verifies need not read JSON to find it. */
    private void promise(String content) {
        if (!content.isEmpty()) {
            byte[] hash = TreeHash.sha256().digest(content.getBytes(StandardCharsets.UTF_8));
            member("content", Base64.getEncoder().encodeToString(hash));
        }
    }

    private void who(LoggedEvent event) {
        member("id", event.id());
        member("at", INSTANT.format(event.at()));
        member("actorId", event.actorId());
        member("actorUserName", event.actorUserName());
        member("actorName", event.actorName());
        member("post", event.post());
        strings("roles", event.roles());
        member("address", event.address());
        member("device", event.device());
        member("session", event.session());
    }

    private void what(LoggedEvent event) {
        member("act", event.act());
        member("actClass", event.actClass().name());
        member("result", event.result());
        member("subjectType", event.subjectType());
        member("subjectId", event.subjectId());
        member("parentId", event.parentId());
        member("customerId", event.customerId());
        member("reason", event.reason());
        member("requestId", event.requestId());
    }

    private void strings(String name, List<String> values) {
        if (values.isEmpty()) {
            return;
        }
        name(name);
        line.append('[');
        for (String value : values) {
            comma();
            string(value);
        }
        line.append(']');
    }

    private void changes(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        name("changes");
        line.append('[');
        for (Change change : changes) {
            comma();
            line.append('{');
            member("field", change.field());
            member("before", change.before());
            member("after", change.after());
            line.append('}');
        }
        line.append(']');
    }

    private void member(String name, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            name(name);
            string(text);
        }
    }

    private void name(String name) {
        comma();
        line.append('"').append(name).append("\":");
    }

    private void comma() {
        char last = line.charAt(line.length() - 1);
        if (last != '{' && last != '[') {
            line.append(',');
        }
    }

    /** Nearly all there is needs no escaping and is taken over at once. */
    private void string(String text) {
        line.append('"');
        int kept = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < 0x20) {
                line.append(text, kept, i);
                escaped(c);
                kept = i + 1;
            }
        }
        if (kept == 0) {
            line.append(text);
        } else {
            line.append(text, kept, text.length());
        }
        line.append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\b' -> line.append("\\b");
            case '\t' -> line.append("\\t");
            case '\n' -> line.append("\\n");
            case '\f' -> line.append("\\f");
            case '\r' -> line.append("\\r");
            default -> line.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }
}
