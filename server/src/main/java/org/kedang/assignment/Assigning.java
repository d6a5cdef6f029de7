package org.kedang.assignment;

import org.jspecify.annotations.Nullable;
import org.kedang.assignment.AssignmentPolicy.Lead;
import org.kedang.customer.CustomerFields;
import org.kedang.customer.OwnerProposal;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Names who gets a new customer, by the rules in force. */
@Service
public class Assigning implements OwnerProposal {
    private final AssignmentRules rules;
    private final Staff staff;
    private final Directory directory;
    private final Clock clock;

    Assigning(AssignmentRules rules, Staff staff, Directory directory, Clock clock) {
        this.rules = rules;
        this.staff = staff;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Optional<UUID> propose(Actor registering, CustomerFields fields) {
        Proposal proposal = propose(rules.current().rules(), registering.id(), fields.regionCode());
        return Optional.ofNullable(proposal.person());
    }

    /** Who would get it by these rules, and why. */
    public Proposal propose(
            List<AssignmentRule> some, UUID collector, @Nullable String regionCode) {
        Proposal proposal =
                new AssignmentPolicy(some, staff, LocalDate.now(clock.withZone(ChinaTime.ZONE)))
                        .propose(new Lead(collector, regionCode));
        return new Proposal(
                proposal.person(), directory.personName(proposal.person()), proposal.steps());
    }
}
