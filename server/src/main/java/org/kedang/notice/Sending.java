package org.kedang.notice;

import org.jspecify.annotations.Nullable;
import org.kedang.notice.Message.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sends what is due. A delivery is settled in the transaction that held its row while it was sent:
 * a server that dies in between sends it again, and no two servers send the same one.
 */
@Service
class Sending {
    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    /** About a day and a half. */
    private static final int MOST_ATTEMPTS = 16;

    private static final int MOST_IN_ONE_LETTER = 50;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Choosing choosing;
    private final Robots robots;
    private final MailCourier mail;
    private final RobotCourier posts;
    private final Clock clock;

    Sending(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Choosing choosing,
            Robots robots,
            MailCourier mail,
            RobotCourier posts,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.choosing = choosing;
        this.robots = robots;
        this.mail = mail;
        this.posts = posts;
        this.clock = clock;
    }

    /** Sends all that is due now. */
    void sendDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> sendNext()))) {
            Thread.onSpinWait();
        }
    }

    private boolean sendNext() {
        Optional<Parcel> next = findDue();
        next.ifPresent(
                parcel -> {
                    List<Parcel> together =
                            parcel.person() == null ? List.of(parcel) : waitingFor(parcel.person());
                    try {
                        carry(parcel, together);
                        settle(together, "SENT", null);
                    } catch (IOException e) {
                        putOff(together, String.valueOf(e.getMessage()));
                    }
                });
        return next.isPresent();
    }

    private Optional<Parcel> findDue() {
        return jdbc.sql(
                        """
                        select * from notice_delivery where state = 'WAITING' and due_at <= :now
                        order by due_at limit 1 for update skip locked
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Sending::parcel)
                .optional();
    }

    /** All that is due for the person, to be one letter; the first one is locked already. */
    private List<Parcel> waitingFor(UUID person) {
        return jdbc.sql(
                        """
                        select * from notice_delivery
                        where state = 'WAITING' and channel = 'MAIL' and person_id = :person and due_at <= :now
                        order by due_at limit :most for update skip locked
                        """)
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", MOST_IN_ONE_LETTER)
                .query(Sending::parcel)
                .list();
    }

    private static Parcel parcel(ResultSet row, int n) throws SQLException {
        return new Parcel(
                row.getObject("id", UUID.class),
                row.getString("channel"),
                row.getObject("person_id", UUID.class),
                new Wording(row.getString("title_zh"), row.getString("title_en")),
                new Wording(row.getString("text_zh"), row.getString("text_en")),
                row.getString("link"),
                row.getInt("attempts"));
    }

    private void carry(Parcel first, List<Parcel> together) throws IOException {
        if (first.person() == null) {
            String name = first.channel().substring("ROBOT:".length());
            posts.carry(
                    robots.find(name)
                            .orElseThrow(() -> new IOException("No robot is called " + name)),
                    first);
            return;
        }
        String address = choosing.habits(first.person()).mail();
        if (address == null || !mail.isOn()) {
            throw new IOException("There is no address to send mail to");
        }
        mail.carry(address, together);
    }

    private void putOff(List<Parcel> together, String error) {
        for (Parcel parcel : together) {
            if (parcel.attempts() + 1 >= MOST_ATTEMPTS) {
                log.warn("Notice {} was given up: {}", parcel.id(), error);
                settle(List.of(parcel), "GIVEN_UP", error);
            } else {
                putOff(parcel, error);
            }
        }
    }

    private void putOff(Parcel parcel, String error) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(parcel.attempts(), 10));
        Instant again =
                clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        jdbc.sql(
                        """
                        update notice_delivery set attempts = attempts + 1, error = :error, due_at = :again where id = :id
                        """)
                .param("id", parcel.id())
                .param("error", error)
                .param("again", again.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void settle(List<Parcel> together, String state, @Nullable String error) {
        jdbc.sql(
                        """
                        update notice_delivery set attempts = attempts + 1, state = :state, error = :error, settled_at = :now
                        where id in (:ids)
                        """)
                .param("ids", together.stream().map(Parcel::id).toList())
                .param("state", state)
                .param("error", error)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
