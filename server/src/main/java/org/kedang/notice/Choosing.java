package org.kedang.notice;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people want to hear of, where and when. */
@Service
public class Choosing {
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,189}");

    /**
     * One kind with what is chosen for it.
     *
     * @param urgent see {@link NoticeKind.Words}
     */
    public record KindChoice(String kind, String zh, String en, boolean urgent, Choice choice) {}

    /**
     * All that somebody may choose.
     *
     * @param mailIsOn whether this installation sends mail at all
     */
    public record NoticeChoices(List<KindChoice> kinds, Habits habits, boolean mailIsOn) {}

    private final JdbcClient jdbc;
    private final List<NoticeKind> kinds;
    private final NoticeSettings settings;
    private final MailCourier mail;
    private final Audit audit;

    Choosing(
            JdbcClient jdbc,
            List<NoticeKinds> kinds,
            NoticeSettings settings,
            MailCourier mail,
            Audit audit) {
        this.jdbc = jdbc;
        this.kinds = kinds.stream().flatMap(some -> some.all().stream()).toList();
        this.settings = settings;
        this.mail = mail;
        this.audit = audit;
        requireUnique();
    }

    private void requireUnique() {
        Set<String> seen = new HashSet<>();
        for (NoticeKind kind : kinds) {
            if (!seen.add(kind.slug())) {
                throw new IllegalStateException("Two kinds of notices are " + kind.slug());
            }
        }
    }

    public NoticeChoices choices(UUID person) {
        Map<String, Choice> chosen =
                jdbc
                        .sql(
                                "select kind, in_page, by_mail from notice_choice where person_id ="
                                        + " :id")
                        .param("id", person)
                        .query(Choice.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Choice::kind, Function.identity()));
        List<KindChoice> all =
                kinds.stream()
                        .map(
                                kind ->
                                        new KindChoice(
                                                kind.slug(),
                                                kind.words().zh(),
                                                kind.words().en(),
                                                kind.words().urgent(),
                                                chosen.getOrDefault(
                                                        kind.slug(), Choice.usual(kind))))
                        .toList();
        return new NoticeChoices(all, habits(person), mail.isOn());
    }

    Choice of(UUID person, NoticeKind kind) {
        return jdbc.sql(
                        "select kind, in_page, by_mail from notice_choice where person_id = :id and"
                                + " kind = :kind")
                .param("id", person)
                .param("kind", kind.slug())
                .query(Choice.class)
                .optional()
                .orElse(Choice.usual(kind));
    }

    Habits habits(UUID person) {
        return jdbc.sql(
                        """
                        select version, mail, quiet_from, quiet_until, digest_at from notice_habit
                        where person_id = :id
                        """)
                .param("id", person)
                .query(
                        (row, n) ->
                                new Habits(
                                        row.getLong("version"),
                                        row.getString("mail"),
                                        row.getObject("quiet_from", LocalTime.class),
                                        row.getObject("quiet_until", LocalTime.class),
                                        row.getObject("digest_at", LocalTime.class)))
                .optional()
                .orElse(Habits.NONE);
    }

    /**
     * Keeps one's own choices.
     *
     * @param base the version that they are based on
     * @throws Problem {@code invalid-input}, {@code stale-version}
     */
    @Transactional
    public void choose(Actor by, Version base, Habits wanted, List<Choice> choices) {
        check(wanted, choices);
        Habits before = habits(by.id());
        if (before.version() != base.number() || keep(by.id(), base, wanted) == 0) {
            throw Problem.of(KernelProblem.STALE_VERSION);
        }
        choices.forEach(choice -> keep(by.id(), choice));
        audit.record(
                Entry.of(by, NoticeAct.CHOSEN)
                        .subject("person", by.id(), by.name())
                        .change("mail", before.mail(), wanted.mail())
                        .change("quietFrom", before.quietFrom(), wanted.quietFrom())
                        .change("quietUntil", before.quietUntil(), wanted.quietUntil())
                        .change("digestAt", before.digestAt(), wanted.digestAt()));
    }

    private void check(Habits wanted, List<Choice> choices) {
        checkMail(wanted.mail());
        if ((wanted.quietFrom() == null) != (wanted.quietUntil() == null)
                || (wanted.quietFrom() != null && wanted.quietFrom().equals(wanted.quietUntil()))) {
            throw Problem.invalid(
                    "quietUntil",
                    "required",
                    "免打扰时段需要不同的开始和结束时间，或两者都留空。",
                    "Quiet hours need two different times, or none at all.");
        }
        Set<String> known = kinds.stream().map(NoticeKind::slug).collect(Collectors.toSet());
        if (!choices.stream().map(Choice::kind).allMatch(known::contains)) {
            throw Problem.invalid(
                    "choices",
                    "unknown",
                    "没有这种通知，请刷新页面后重试。",
                    "There is no such kind of notice. Reload the page and try again.");
        }
    }

    private void checkMail(@Nullable String address) {
        if (address == null) {
            return;
        }
        if (!ADDRESS.matcher(address).matches()) {
            throw Problem.invalid(
                    "mail", "malformed", "请填写完整的邮箱地址。", "Enter a whole mail address.");
        }
        String domain = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (!settings.mailDomains().isEmpty() && !settings.mailDomains().contains(domain)) {
            throw Problem.invalid(
                    "mail",
                    "out-of-range",
                    "只能使用单位邮箱：" + String.join("、", settings.mailDomains()) + "。",
                    "Only the company's addresses may be used: "
                            + String.join(", ", settings.mailDomains())
                            + ".");
        }
    }

    private int keep(UUID person, Version base, Habits wanted) {
        return jdbc.sql(
                        """
                        insert into notice_habit (person_id, version, mail, quiet_from, quiet_until, digest_at)
                        values (:person, 1, :mail, :from, :until, :digest)
                        on conflict (person_id) do update set version = notice_habit.version + 1, mail = excluded.mail,
                            quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, digest_at = excluded.digest_at
                            where notice_habit.version = :base
                        """)
                .param("person", person)
                .param("base", base.number())
                .param("mail", wanted.mail())
                .param("from", wanted.quietFrom())
                .param("until", wanted.quietUntil())
                .param("digest", wanted.digestAt())
                .update();
    }

    private void keep(UUID person, Choice choice) {
        jdbc.sql(
                        """
                        insert into notice_choice (person_id, kind, in_page, by_mail) values (:person, :kind, :page, :mail)
                        on conflict (person_id, kind) do update set in_page = excluded.in_page, by_mail = excluded.by_mail
                        """)
                .param("person", person)
                .param("kind", choice.kind())
                .param("page", choice.inPage())
                .param("mail", choice.byMail())
                .update();
    }
}
