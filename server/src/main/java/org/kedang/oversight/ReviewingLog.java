package org.kedang.oversight;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.audit.Entry;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Auditors review spans of the log: they look at samples, write findings and sign. Nobody checks
 * his own deeds, closes a finding about himself, or signs for a span that holds nobody else's.
 */
@Service
public class ReviewingLog {
    private static final int SEED_BYTES = 8;

    /** A round with all that hangs on it. */
    @Schema(name = "AuditRoundWhole")
    public record Whole(
            AuditRound round,
            RoundFigures figures,
            List<AuditFinding> findings,
            AuditRounds.@Nullable Signature signature,
            List<AuditRounds.Remark> remarks) {}

    private final AuditRounds rounds;
    private final AuditFindings findings;
    private final RoundSamples samples;
    private final Activity activity;
    private final ReviewRules rules;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ReviewingLog(
            AuditRounds rounds,
            AuditFindings findings,
            RoundSamples samples,
            Activity activity,
            ReviewRules rules,
            Directory directory,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.findings = findings;
        this.samples = samples;
        this.activity = activity;
        this.rules = rules;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the clock does each day: begins the round of the month or quarter that has ended. */
    @Transactional
    public void keep() {
        LocalDate today = Span.today(clock);
        switch (rules.current().every()) {
            case MONTH -> begin(Actor.SYSTEM, lastMonth(today), true);
            case QUARTER -> begin(Actor.SYSTEM, lastQuarter(today), true);
            case NEVER -> {}
        }
    }

    static Span lastMonth(LocalDate today) {
        LocalDate first = today.withDayOfMonth(1);
        return new Span(first.minusMonths(1), first.minusDays(1));
    }

    static Span lastQuarter(LocalDate today) {
        LocalDate first = today.with(IsoFields.DAY_OF_QUARTER, 1);
        return new Span(first.minusMonths(3), first.minusDays(1));
    }

    /** Opens a round over these days. */
    @Transactional
    public UUID open(Actor by, LocalDate first, LocalDate last) {
        return begin(by, Span.checked(first, last, clock), false)
                .orElseThrow(() -> Problem.of(OversightProblem.ROUND_EXISTS));
    }

    private Optional<UUID> begin(Actor by, Span span, boolean generated) {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        String seed = HexFormat.of().formatHex(bytes);
        Optional<RoundSamples.Leaves> leaves = samples.leaves(span);
        int size = rules.current().sampleSize();
        UUID id = Ids.next();
        AuditRound round =
                new AuditRound(
                        id,
                        span.first(),
                        span.last(),
                        clock.instant(),
                        by.id(),
                        by.name(),
                        generated,
                        seed,
                        leaves.map(RoundSamples.Leaves::first).orElse(-1L),
                        leaves.map(RoundSamples.Leaves::last).orElse(-1L),
                        0,
                        0,
                        0,
                        0,
                        null,
                        null);
        if (!rounds.add(round, size)) {
            return Optional.empty();
        }
        int place = 0;
        for (RoundSamples.Drawn drawn :
                leaves.map(some -> samples.draw(span, some, seed, size)).orElse(List.of())) {
            rounds.addSample(id, ++place, drawn.leaf(), drawn.event());
        }
        audit.record(
                about(by, OversightAct.ROUND_OPENED, round)
                        .change("seed", null, seed)
                        .change("sampleSize", null, place));
        return Optional.of(id);
    }

    private static Entry about(Actor by, OversightAct act, AuditRound round) {
        return Entry.of(by, act).subject("auditRound", round.id(), round.span().toString());
    }

    public Whole read(Actor actor, UUID id) {
        AuditRound round = rounds.get(id);
        audit.recordRead(about(actor, OversightAct.ROUND_READ, round));
        return new Whole(
                round,
                figures(actor, round),
                findings.listOf(actor, id),
                rounds.signature(id),
                rounds.remarks(id));
    }

    private RoundFigures figures(Actor actor, AuditRound round) {
        return new RoundFigures(
                activity.figures(round.span(), (UUID) null),
                samples.count(actor, round, RoundSample.Kind.REFUSED),
                samples.count(actor, round, RoundSample.Kind.PRIVILEGED),
                round.sampled(),
                round.checked(),
                round.findings(),
                round.openFindings());
    }

    public Listing<RoundSample> samples(
            Actor actor, UUID id, RoundSample.Kind kind, Paging paging) {
        return samples.list(actor, rounds.get(id), kind, paging);
    }

    /**
     * Marks events as looked at; all of them or none.
     *
     * @throws Problem {@code own-acts}, {@code event-elsewhere}, {@code round-already-signed}
     */
    @Transactional
    public void check(Actor by, UUID id, List<EventRef> events) {
        AuditRound round = unsigned(id);
        for (AuditEvent event : within(by, round, events)) {
            if (event.actorId().equals(by.id())) {
                throw Problem.of(OversightProblem.OWN_ACTS);
            }
            rounds.addCheck(id, event.id(), by.id(), clock.instant());
        }
        audit.record(
                about(by, OversightAct.EVENTS_CHECKED, round)
                        .change("events", null, events.size()));
    }

    private List<AuditEvent> within(Actor by, AuditRound round, List<EventRef> events) {
        List<AuditEvent> found =
                events.isEmpty() ? List.of() : samples.find(by, round.span(), events);
        if (found.size() != events.stream().distinct().count()) {
            throw Problem.of(OversightProblem.EVENT_ELSEWHERE);
        }
        return found;
    }

    private AuditRound unsigned(UUID id) {
        AuditRound round = rounds.lock(id);
        if (round.signedAt() != null) {
            throw Problem.of(OversightProblem.ROUND_SIGNED);
        }
        return round;
    }

    /**
     * Writes down what is not in order.
     *
     * @throws Problem {@code event-elsewhere}, {@code round-already-signed}, {@code not-found} for
     *     an unknown person
     */
    @Transactional
    public UUID find(Actor by, UUID id, NewFinding finding) {
        AuditRound round = unsigned(id);
        within(by, round, finding.events());
        String responsible = directory.person(finding.responsible()).name();
        UUID written = Ids.next();
        findings.add(written, id, finding, by.id(), clock.instant());
        audit.record(
                Entry.of(by, OversightAct.FINDING_WRITTEN)
                        .subject("finding", written, finding.finding())
                        .within(id)
                        .change("severity", null, finding.severity())
                        .change("responsible", null, responsible)
                        .change("dueOn", null, finding.dueOn()));
        return written;
    }

    /**
     * Signs; nothing of the round changes afterwards.
     *
     * @throws Problem {@code round-already-signed}, {@code own-acts-alone}, {@code own-finding}
     */
    @Transactional
    public void sign(Actor by, UUID id, String conclusion) {
        AuditRound round = unsigned(id);
        RoundFigures figures = figures(by, round);
        if (findings.listOf(by, id).stream().anyMatch(AuditFinding::mine)) {
            throw Problem.of(OversightProblem.OWN_FINDING);
        }
        if (!activity.hasOthers(round.span(), by.id())) {
            throw Problem.of(OversightProblem.OWN_ACTS_ALONE);
        }
        Instant now = clock.instant();
        rounds.sign(id, by.id(), now, conclusion, figures);
        audit.record(
                about(by, OversightAct.ROUND_SIGNED, round)
                        .reason(conclusion)
                        .change("findings", null, figures.findings())
                        .change("checked", null, figures.checked()));
    }

    /** Adds to a round what came to light later. */
    @Transactional
    public void remark(Actor by, UUID id, String remark) {
        AuditRound round = rounds.get(id);
        rounds.addRemark(Ids.next(), id, remark, by.id(), clock.instant());
        audit.record(about(by, OversightAct.ROUND_REMARKED, round).reason(remark));
    }
}
