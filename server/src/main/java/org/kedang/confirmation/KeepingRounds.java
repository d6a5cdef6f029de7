package org.kedang.confirmation;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.confirmation.Round.Stage;
import org.kedang.confirmation.Rounds.Open;
import org.kedang.identity.Holders;
import org.kedang.kernel.Actor;
import org.kedang.notice.Message;
import org.kedang.notice.Message.Wording;
import org.kedang.notice.Telling;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Begins each quarter's round, tells owners and then heads of what is late, and closes the round
 * when every customer is confirmed, not before its second day, or the next one begins. Doing it
 * twice changes nothing.
 */
@Service
class KeepingRounds {
    private final Rounds rounds;
    private final ConfirmationSettings settings;
    private final Telling telling;
    private final Holders holders;
    private final Audit audit;

    KeepingRounds(
            Rounds rounds,
            ConfirmationSettings settings,
            Telling telling,
            Holders holders,
            Audit audit) {
        this.rounds = rounds;
        this.settings = settings;
        this.telling = telling;
        this.holders = holders;
        this.audit = audit;
    }

    @Transactional
    void keep() {
        if (!settings.on()) {
            return;
        }
        LocalDate today = rounds.today();
        LocalDate quarter = Round.quarterOf(today);
        begin(quarter, today);
        for (Round round : rounds.lockOpen()) {
            if (round.quarter().isBefore(quarter)) {
                close(round, today, sum(rounds.listOpen(round)));
            } else if (today.isAfter(round.begunOn()) && !rounds.isAnyDue(round)) {
                // who is entered on its first day belongs to it
                close(round, today, 0);
            } else {
                rounds.advance(round);
                follow(round, today);
            }
        }
    }

    private void begin(LocalDate quarter, LocalDate today) {
        Round round = new Round(quarter, today, today.plusDays(settings.days()), null, null);
        if (rounds.begin(round)) {
            audit.record(about(ConfirmationAct.BEGUN, round).change("dueOn", null, round.dueOn()));
        }
    }

    private void close(Round round, LocalDate today, long leftOpen) {
        rounds.close(round.quarter(), today, leftOpen);
        audit.record(about(ConfirmationAct.CLOSED, round).change("leftOpen", null, leftOpen));
    }

    private void follow(Round round, LocalDate today) {
        Stage stage = round.stage(today, settings.headAfter());
        int told = rounds.told(round.quarter());
        if (stage.ordinal() <= told) {
            return;
        }
        List<Open> open = rounds.listOpen(round);
        if (stage == Stage.BEGUN) {
            tellOwners(round, open, ConfirmationNotice.BEGUN);
        } else {
            if (told < Stage.OVERDUE.ordinal()) {
                tellOwners(round, open, ConfirmationNotice.OVERDUE);
            }
            if (stage == Stage.HEAD) {
                tellHeads(round, open);
            }
        }
        rounds.tell(round.quarter(), stage.ordinal());
    }

    private void tellOwners(Round round, List<Open> open, ConfirmationNotice kind) {
        Map<UUID, Long> byOwner =
                open.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Open::owner,
                                        TreeMap::new,
                                        Collectors.summingLong(Open::count)));
        byOwner.forEach((owner, count) -> tell(owner, round, kind, count, "/confirmations"));
    }

    /** The head of the department hears of what his people, he himself excepted, left open. */
    private void tellHeads(Round round, List<Open> open) {
        Map<UUID, Long> byHead = new TreeMap<>();
        for (Open one : open) {
            holders.headAbove(one.department(), 0, Set.of(one.owner()))
                    .ifPresent(head -> byHead.merge(head, one.count(), Long::sum));
        }
        byHead.forEach(
                (head, count) ->
                        tell(
                                head,
                                round,
                                ConfirmationNotice.HEAD,
                                count,
                                "/confirmation-coverage"));
    }

    private void tell(UUID person, Round round, ConfirmationNotice kind, long count, String link) {
        telling.tell(
                List.of(person),
                kind,
                new Message(
                        round.quarter().toString(),
                        new Wording(
                                "%s：%d 个客户".formatted(kind.words().zh(), count),
                                "%s: %d customers".formatted(kind.words().en(), count)),
                        new Wording(
                                "请在 %s 前核对完毕。".formatted(round.dueOn()),
                                "All should be confirmed by %s.".formatted(round.dueOn())),
                        link));
    }

    private static long sum(List<Open> open) {
        return open.stream().mapToLong(Open::count).sum();
    }

    private static Entry about(ConfirmationAct act, Round round) {
        String title = round.quarter().toString();
        UUID id = UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8));
        return Entry.of(Actor.SYSTEM, act).subject("confirmationRound", id, title);
    }
}
