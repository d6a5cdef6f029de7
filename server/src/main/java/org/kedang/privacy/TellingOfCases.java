package org.kedang.privacy;

import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.notice.Message;
import org.kedang.notice.Message.Wording;
import org.kedang.notice.Telling;
import org.kedang.privacy.RightsCases.Due;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells of cases by their number; who asked for what stays in the house. */
@Component
class TellingOfCases {
    private static final Wording OPEN_IT =
            new Wording("请打开权利请求查看。", "Open the rights case to see it.");

    private final Telling telling;
    private final Holders holders;
    private final Directory directory;

    TellingOfCases(Telling telling, Holders holders, Directory directory) {
        this.telling = telling;
        this.holders = holders;
        this.directory = directory;
    }

    void given(UUID id, String number, UUID responsible) {
        tell(List.of(responsible), PrivacyNotice.GIVEN, id + " " + responsible, id, number);
    }

    /** The responsible person is reminded before the last day; once. */
    void due(Due one) {
        String key = one.id() + " " + one.dueOn();
        tell(List.of(one.responsible()), PrivacyNotice.DUE, key, one.id(), one.number());
    }

    /**
     * The responsible person and the head of the department hear that it is overdue; again each
     * week.
     */
    void late(Due one, LocalDate today) {
        Set<UUID> people = new LinkedHashSet<>(List.of(one.responsible()));
        UUID department = directory.person(one.responsible()).departmentId();
        holders.headAbove(department, 0, Set.of(one.responsible())).ifPresent(people::add);
        long week = (today.toEpochDay() - one.dueOn().toEpochDay()) / 7;
        tell(people, PrivacyNotice.LATE, one.id() + " " + week, one.id(), one.number());
    }

    private void tell(
            Collection<UUID> people, PrivacyNotice kind, String key, UUID id, String number) {
        telling.tell(
                people,
                kind,
                new Message(
                        key,
                        new Wording(
                                kind.words().zh() + "：" + number,
                                kind.words().en() + ": " + number),
                        OPEN_IT,
                        "/rights-cases?open=" + id));
    }
}
