package org.kedang.consent;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.ChinaTime;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether a customer's data may be used for something; other modules ask here before they do. */
@Service
public class Consents {
    /**
     * How it stands with one purpose today.
     *
     * @param subject the person at the customer; empty for the customer itself
     * @param last what was said last; {@code null} if nothing was
     */
    @io.swagger.v3.oas.annotations.media.Schema(name = "ConsentStanding")
    public record Standing(
            Purpose purpose, String subject, ConsentState state, @Nullable ConsentEvent last) {}

    private final Purposes purposes;
    private final ConsentEvents events;
    private final Clock clock;

    Consents(Purposes purposes, ConsentEvents events, Clock clock) {
        this.purposes = purposes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whether the customer's data may be used for the purpose with this code today: it needs no
     * consent, or there is one; in no case after the customer withdrew. An unknown or retired
     * purpose covers nothing.
     */
    public boolean isCovered(UUID customer, String purpose) {
        return isCovered(customer, purpose, "");
    }

    /**
     * The same for a person at the customer: that person's own word counts, and where she said
     * nothing, the customer's.
     */
    public boolean isCovered(UUID customer, String purpose, String person) {
        Optional<Purpose> known = purposes.findByCode(purpose).filter(one -> !one.retired());
        if (known.isEmpty()) {
            return false;
        }
        List<ConsentEvent> last =
                events.listLast(customer).stream()
                        .filter(event -> event.purposeId().equals(known.get().id()))
                        .toList();
        ConsentEvent own = of(last, ConsentEvents.subject(person));
        return standing(known.get(), own == null ? of(last, "") : own).state().covers();
    }

    private static @Nullable ConsentEvent of(List<ConsentEvent> last, String subject) {
        return last.stream().filter(one -> one.subject().equals(subject)).findFirst().orElse(null);
    }

    /**
     * How it stands with each purpose in use, and with each other that something was said to; the
     * persons at the customer who said something follow the customer.
     */
    List<Standing> listStanding(UUID customer) {
        List<ConsentEvent> last = events.listLast(customer);
        List<Standing> all = new ArrayList<>();
        for (Purpose purpose : purposes.list()) {
            List<ConsentEvent> said =
                    last.stream()
                            .filter(one -> one.purposeId().equals(purpose.id()))
                            .sorted(Comparator.comparing(ConsentEvent::subject))
                            .toList();
            boolean customerSaid = said.stream().anyMatch(one -> one.subject().isEmpty());
            if (!purpose.retired() && !customerSaid) {
                all.add(standing(purpose, null));
            }
            said.forEach(one -> all.add(standing(purpose, one)));
        }
        return all;
    }

    private Standing standing(Purpose purpose, @Nullable ConsentEvent last) {
        return new Standing(
                purpose,
                last == null ? "" : last.subject(),
                ConsentState.of(purpose.needsConsent(), last == null ? null : last.said(), today()),
                last);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }
}
