package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import tools.jackson.databind.ObjectMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

class EventLineTests {
    private static final UUID SALT = UUID.fromString("6f1c1f0e-6b1d-4b7e-9a53-0d4f6a1c2b3d");

    private static final UUID ID = UUID.fromString("0193a8f0-0000-7000-8000-00000000000a");

    private static LoggedEvent event(String title, List<String> roles, List<Change> changes) {
        return new LoggedEvent(
                ID,
                Instant.parse("2026-11-23T01:02:03.000004Z"),
                new UUID(0, 1),
                "clerk",
                "档案员",
                "业务部 经办人",
                roles,
                "10.0.0.1",
                null,
                "",
                "customer.changed",
                ActClass.ARCHIVE,
                "DONE",
                "customer",
                new UUID(0, 2),
                title,
                null,
                null,
                null,
                null,
                changes,
                SALT);
    }

    @Example
    void writesMembersInTheirOrderAndLeavesEmptyOnesOut() {
        LoggedEvent event =
                event("长沙", List.of("CLERK", "ARCHIVIST"), List.of(new Change("name", null, "新")));

        String content =
                """
                {"salt":"6f1c1f0e-6b1d-4b7e-9a53-0d4f6a1c2b3d","subjectTitle":"长沙",\
                "changes":[{"field":"name","after":"新"}]}\
                """;
        assertThat(EventLine.content(event)).isEqualTo(content);
        assertThat(EventLine.text(event))
                .isEqualTo(
                        """
                        {"id":"0193a8f0-0000-7000-8000-00000000000a","at":"2026-11-23T01:02:03.000004Z",\
                        "actorId":"00000000-0000-0000-0000-000000000001","actorUserName":"clerk",\
                        "actorName":"档案员","post":"业务部 经办人","roles":["CLERK","ARCHIVIST"],\
                        "address":"10.0.0.1","act":"customer.changed","actClass":"ARCHIVE","result":"DONE",\
                        "subjectType":"customer","subjectId":"00000000-0000-0000-0000-000000000002",\
                        "fields":["name"],"content":"%s"}\
                        """
                                .formatted(
                                        Base64.getEncoder()
                                                .encodeToString(
                                                        TreeHash.sha256()
                                                                .digest(
                                                                        content.getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8)))));
    }

    @Example
    void promisesNothingOfAnEventWithoutContents() {
        LoggedEvent event = event("", List.of(), List.of());

        assertThat(EventLine.content(event)).isEmpty();
        assertThat(EventLine.text(event)).doesNotContain("content", "salt");
    }

    @Example
    void keepsSixDigitsOfTheSecond() {
        LoggedEvent event = event("x", List.of(), List.of());

        assertThat(EventLine.text(event)).contains("03.000004Z").doesNotContain("roles", "fields");
    }

    @Example
    void escapesAsRfc8785Does() {
        assertThat(
                        EventLine.content(
                                event("\u20ac$\u000f\nA'B\"\\\\\"/\u007f", List.of(), List.of())))
                .contains("\"subjectTitle\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u007f\"");
    }

    @Property
    void isOneLineThatAnyJsonReaderUnderstands(@ForAll String title, @ForAll String before) {
        LoggedEvent event =
                event(title, List.of(title + "r"), List.of(new Change("f", before, null)));
        var read = new ObjectMapper().readTree(EventLine.text(event));
        var content = new ObjectMapper().readTree(EventLine.content(event));

        assertThat(EventLine.text(event) + EventLine.content(event))
                .doesNotContain("\n", "\r", "\t");
        assertThat(content.path("subjectTitle").asString("")).isEqualTo(title);
        assertThat(read.path("roles").path(0).asString()).isEqualTo(title + "r");
        assertThat(content.path("changes").path(0).path("before").asString("")).isEqualTo(before);
        assertThat(new String(EventLine.of(event), StandardCharsets.UTF_8)).startsWith("{\"id\":");
    }
}
