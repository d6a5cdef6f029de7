package org.kedang.confirmation;

import org.kedang.customer.CustomerSummary;
import org.kedang.customer.Hint;
import org.kedang.customer.HintSource;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;

import java.util.List;

/** Reminds the owner who has the record before him anyway. */
@Component
class ConfirmationHints implements HintSource {
    private final Rounds rounds;

    ConfirmationHints(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public List<Hint> list(Actor reader, CustomerSummary customer) {
        if (!reader.id().equals(customer.ownerId())) {
            return List.of();
        }
        return rounds
                .findCurrent()
                .filter(round -> round.closedOn() == null)
                .filter(round -> rounds.isDue(customer.id(), round))
                .map(ConfirmationHints::hint)
                .stream()
                .toList();
    }

    private static Hint hint(Round round) {
        return new Hint(
                Hint.Kind.WARNING,
                Label.of(
                        "本季度资料待核对，%s 前完成".formatted(round.dueOn()),
                        "Record to be confirmed by %s".formatted(round.dueOn())),
                "confirmation");
    }
}
