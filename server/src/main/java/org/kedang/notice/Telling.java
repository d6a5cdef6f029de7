package org.kedang.notice;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells people, each as he chose, within the transaction of what is told. */
@Service
public class Telling {
    private final JdbcClient jdbc;
    private final Choosing choosing;
    private final Robots robots;
    private final MailCourier mail;
    private final Clock clock;

    Telling(JdbcClient jdbc, Choosing choosing, Robots robots, MailCourier mail, Clock clock) {
        this.jdbc = jdbc;
        this.choosing = choosing;
        this.robots = robots;
        this.mail = mail;
        this.clock = clock;
    }

    /** Tells everybody named, once; whoever was told of this kind and key already hears nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<UUID> people, NoticeKind kind, Message message) {
        Instant now = clock.instant();
        Set<UUID> each = new LinkedHashSet<>(people);
        show(each, kind, message, now);
        if (mail.isOn()) {
            each.forEach(person -> send(person, kind, message, now));
        }
        for (Robot robot : robots.carrying(kind)) {
            deliver("ROBOT:" + robot.name(), null, kind, message, now, now);
        }
    }

    private void send(UUID person, NoticeKind kind, Message message, Instant now) {
        if (!choosing.of(person, kind).byMail()) {
            return;
        }
        Habits habits = choosing.habits(person);
        if (habits.mail() != null) {
            deliver(
                    MailCourier.CHANNEL,
                    person,
                    kind,
                    message,
                    now,
                    habits.due(now, kind.words().urgent()));
        }
    }

    /** All of them in one statement, but for those who do not want it in the page. */
    private void show(Set<UUID> people, NoticeKind kind, Message message, Instant now) {
        worded(
                        jdbc.sql(
                                """
                                insert into notice (id, person_id, kind, key, title_zh, title_en, text_zh, text_en, link, made_at)
                                select p.id, p.person_id, :kind, :key, :titleZh, :titleEn, :textZh, :textEn, :link, :now
                                from unnest(:ids::uuid[], :people::uuid[]) p (id, person_id)
                                    left join notice_choice c on c.person_id = p.person_id and c.kind = :kind
                                where coalesce(c.in_page, :usual)
                                on conflict do nothing
                                """),
                        kind,
                        message,
                        now)
                .param("ids", Stream.generate(Ids::next).limit(people.size()).toArray(UUID[]::new))
                .param("people", people.toArray(UUID[]::new))
                .param("usual", Choice.usual(kind).inPage())
                .update();
    }

    private void deliver(
            String channel,
            @Nullable UUID person,
            NoticeKind kind,
            Message message,
            Instant now,
            Instant due) {
        worded(
                        jdbc.sql(
                                """
                                insert into notice_delivery (id, channel, person_id, kind, key, title_zh, title_en, text_zh, text_en, link, made_at, due_at)
                                values (:id, :channel, :person, :kind, :key, :titleZh, :titleEn, :textZh, :textEn, :link, :now, :due)
                                on conflict do nothing
                                """),
                        kind,
                        message,
                        now)
                .param("id", Ids.next())
                .param("channel", channel)
                .param("person", person)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static StatementSpec worded(
            StatementSpec statement, NoticeKind kind, Message message, Instant now) {
        return statement
                .param("kind", kind.slug())
                .param("key", message.key())
                .param("titleZh", message.title().zh())
                .param("titleEn", message.title().en())
                .param("textZh", message.text().zh())
                .param("textEn", message.text().en())
                .param("link", message.link())
                .param("now", now.atOffset(ZoneOffset.UTC));
    }
}
