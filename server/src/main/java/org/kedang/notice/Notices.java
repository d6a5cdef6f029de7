package org.kedang.notice;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.kedang.notice.Message.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What people were told in the page; everybody reads his own. */
@Repository
public class Notices {
    /** Read ones are of no use to anybody after that. */
    private static final Duration KEPT = Duration.ofDays(180);

    private final Listings listings;
    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(Listings listings, JdbcClient jdbc, Clock clock) {
        this.listings = listings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    public Listing<Notice> list(Actor reader, boolean unreadOnly, Paging paging) {
        SqlPredicate asked = SqlPredicate.of("n.person_id = :reader", "reader", reader.id());
        if (unreadOnly) {
            asked = asked.and(new SqlPredicate("n.read_at is null", Map.of()));
        }
        return listings.read(
                new Listings.Rows("n.*", "notice n", asked, "n.made_at desc, n.id desc"),
                paging,
                Notices::notice);
    }

    private static Notice notice(ResultSet row, int n) throws SQLException {
        Timestamp read = row.getTimestamp("read_at");
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                new Wording(row.getString("title_zh"), row.getString("title_en")),
                new Wording(row.getString("text_zh"), row.getString("text_en")),
                row.getString("link"),
                row.getTimestamp("made_at").toInstant(),
                read == null ? null : read.toInstant());
    }

    /** How many each of these people has not read, up to 100; who has none is left out. */
    public Map<UUID, Long> countUnread(Collection<UUID> people) {
        Map<UUID, Long> counts = new HashMap<>();
        if (people.isEmpty()) {
            return counts;
        }
        jdbc.sql(
                        """
                        select p.id, u.count from unnest(:people::uuid[]) p(id) cross join lateral
                            (select count(*) from (select 1 from notice n where n.person_id = p.id and n.read_at is null limit 100) one) u
                        where u.count > 0
                        """)
                .param("people", people.toArray(UUID[]::new))
                .query(
                        row -> {
                            counts.put(row.getObject("id", UUID.class), row.getLong("count"));
                        });
        return counts;
    }

    /**
     * Marks one's own as read; nothing happens if it is already.
     *
     * @throws Problem {@code not-found}
     */
    @Transactional
    public void read(Actor reader, UUID id) {
        int own =
                jdbc.sql(
                                """
                                update notice set read_at = coalesce(read_at, :now) where id = :id and person_id = :reader
                                """)
                        .param("id", id)
                        .param("reader", reader.id())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (own == 0) {
            throw Problem.notFound();
        }
    }

    /** Marks all of one's own as read. */
    @Transactional
    public void readAll(Actor reader) {
        jdbc.sql(
                        "update notice set read_at = :now where person_id = :reader and read_at is"
                                + " null")
                .param("reader", reader.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets go of what was read or sent half a year ago. */
    @Transactional
    void forget() {
        var before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from notice where read_at < :before").param("before", before).update();
        jdbc.sql("delete from notice_delivery where settled_at < :before")
                .param("before", before)
                .update();
    }
}
