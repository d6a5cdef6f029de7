package org.kedang.alert;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.ObjectMapper;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What rules remember, one small row for each rule and person or address. */
@Repository
class Memories {
    /** Whose memory. */
    record Key(RuleKind kind, String key) {}

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Memories(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The memories that exist, as JSON. */
    Map<Key, String> find(Collection<Key> keys) {
        Map<Key, String> found = new HashMap<>();
        jdbc.query(
                """
                select m.kind, m.key, m.memory from unnest(?::text[], ?::text[]) as asked (kind, key)
                join alert_memory m on m.kind = asked.kind and m.key = asked.key
                """,
                row -> {
                    found.put(
                            new Key(RuleKind.valueOf(row.getString("kind")), row.getString("key")),
                            row.getString("memory"));
                },
                keys.stream().map(one -> one.kind().name()).toArray(String[]::new),
                keys.stream().map(Key::key).toArray(String[]::new));
        return found;
    }

    <M> M read(String memory, Class<M> type) {
        return json.readValue(memory, type);
    }

    void keep(Map<Key, Object> memories, Instant now) {
        List<Object[]> rows =
                memories.entrySet().stream()
                        .map(
                                one ->
                                        new Object[] {
                                            one.getKey().kind().name(),
                                            one.getKey().key(),
                                            json.writeValueAsString(one.getValue()),
                                            now.atOffset(ZoneOffset.UTC)
                                        })
                        .toList();
        jdbc.batchUpdate(
                """
                insert into alert_memory (kind, key, memory, touched_at) values (?, ?, ?::jsonb, ?)
                on conflict (kind, key) do update set memory = excluded.memory, touched_at = excluded.touched_at
                """,
                rows);
    }

    /** Forgets what these rules have not touched since. */
    void forget(Collection<RuleKind> kinds, Instant before) {
        jdbc.update(
                "delete from alert_memory where kind = any (?::text[]) and touched_at < ?",
                kinds.stream().map(Enum::name).toArray(String[]::new),
                before.atOffset(ZoneOffset.UTC));
    }
}
