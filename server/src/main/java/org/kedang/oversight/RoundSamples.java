package org.kedang.oversight;

import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.audit.AuditTrail.Question;
import org.kedang.audit.DeclaredActs;
import org.kedang.audit.SealedEvents;
import org.kedang.audit.WatchedTrail;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which events a round looks at. */
@Component
class RoundSamples {
    /** Begins of the names of acts that change what people may do. */
    private static final List<String> RIGHTS =
            List.of(
                    "role.",
                    "grant.",
                    "rights.",
                    "review.",
                    "token.",
                    "directory.",
                    "system.",
                    "position.",
                    "person.role",
                    "person.grant",
                    "person.post",
                    "person.clearance",
                    "person.secret",
                    "person.service",
                    "person.keeper",
                    "person.second-step",
                    "person.password-reset",
                    "person.unlocked",
                    "person.reopened");

    /** Reading of rights and refusals change nothing. */
    private static final Set<String> HARMLESS =
            Set.of("rights.read", "rights.probed", "token.refused");

    private static final String BY_OFFICE =
            """
            (e.changes is not null and e.roles &&
              '{SYSTEM_ADMINISTRATOR,NETWORK_ADMINISTRATOR,SECURITY_OFFICER,AUDITOR}'::text[])
            """;

    /** So that a span whose leaves are scattered still gives enough. */
    private static final int SPARE = 4;

    /** A sampled event with its leaf. */
    record Drawn(long leaf, EventRef event) {}

    /** Between which leaves the span's events lie. */
    record Leaves(long first, long last) {}

    private final WatchedTrail trail;
    private final SealedEvents sealed;
    private final AuditRounds rounds;
    private final DeclaredActs acts;
    private final JdbcClient jdbc;

    RoundSamples(
            WatchedTrail trail,
            SealedEvents sealed,
            AuditRounds rounds,
            DeclaredActs acts,
            JdbcClient jdbc) {
        this.trail = trail;
        this.sealed = sealed;
        this.rounds = rounds;
        this.acts = acts;
        this.jdbc = jdbc;
    }

    Listing<RoundSample> list(Actor actor, AuditRound round, RoundSample.Kind kind, Paging paging) {
        Listing<AuditEvent> page =
                trail.list(actor, within(round.span()), which(round, kind), paging);
        Map<UUID, String> checkers =
                rounds.checkers(round.id(), page.items().stream().map(AuditEvent::id).toList());
        return page.with(
                page.items().stream()
                        .map(event -> new RoundSample(event.id(), event, checkers.get(event.id())))
                        .toList());
    }

    long count(Actor actor, AuditRound round, RoundSample.Kind kind) {
        return trail.list(actor, within(round.span()), which(round, kind), new Paging(1, 1))
                .total();
    }

    /** The span's events among these. */
    List<AuditEvent> find(Actor actor, Span span, List<EventRef> events) {
        return trail.list(actor, within(span), these(events), new Paging(1, events.size())).items();
    }

    private static Question within(Span span) {
        return new Question(
                null, null, null, null, null, null, null, null, span.from(), span.until());
    }

    private SqlPredicate which(AuditRound round, RoundSample.Kind kind) {
        return switch (kind) {
            case REFUSED -> new SqlPredicate("e.result = 'REFUSED'", Map.of());
            case PRIVILEGED ->
                    SqlPredicate.of("(e.act in (:rights) or " + BY_OFFICE + ")", "rights", rights())
                            .and(new SqlPredicate("e.result = 'DONE'", Map.of()));
            case RANDOM ->
                    SqlPredicate.of(
                            "(e.at, e.id) in (select p.event_at, p.event_id from audit_round_sample"
                                    + " p where p.round_id = :round)",
                            "round",
                            round.id());
        };
    }

    private static SqlPredicate these(List<EventRef> events) {
        return SqlPredicate.of(
                "(e.at, e.id) in (:these)",
                "these",
                events.stream()
                        .map(e -> new Object[] {e.at().atOffset(ZoneOffset.UTC), e.id()})
                        .toList());
    }

    private List<String> rights() {
        return acts.slugs().stream()
                .filter(slug -> RIGHTS.stream().anyMatch(slug::startsWith))
                .filter(slug -> !HARMLESS.contains(slug))
                .sorted()
                .toList();
    }

    Optional<Leaves> leaves(Span span) {
        return jdbc.sql(
                        """
                        select min(first_leaf) as first, max(last_leaf) as last from activity_leaves
                        where day between :first and :last having count(*) > 0
                        """)
                .param("first", span.first())
                .param("last", span.last())
                .query(Leaves.class)
                .optional();
    }

    /** The sample, in the order of the lot; leaves of neighbouring days are passed over. */
    List<Drawn> draw(Span span, Leaves leaves, String seed, int size) {
        List<Drawn> drawn = new ArrayList<>();
        for (long leaf : Lot.draw(seed, leaves.first(), leaves.last(), size * SPARE)) {
            var found = sealed.after(leaf - 1, 1);
            if (!found.isEmpty()
                    && found.getFirst().index() == leaf
                    && span.includes(found.getFirst().event().at())) {
                var event = found.getFirst().event();
                drawn.add(new Drawn(leaf, new EventRef(event.id(), event.at())));
            }
            if (drawn.size() == size) {
                break;
            }
        }
        return drawn;
    }
}
