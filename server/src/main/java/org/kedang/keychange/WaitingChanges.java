package org.kedang.keychange;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.Cards;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.HeldValue;
import org.kedang.customer.ReachingCustomers;
import org.kedang.customer.SettlingHeldChanges;
import org.kedang.customer.Versions;
import org.kedang.customer.Versions.Difference;
import org.kedang.identity.Directory;
import org.kedang.identity.FieldRights;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.keychange.KeyChanges.Row;
import org.springframework.stereotype.Service;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What of a customer waits for its check. */
@Service
public class WaitingChanges {
    /**
     * A change that waits.
     *
     * @param mayOpen whether the reader has a part in the request
     * @param fields as the reader may see them
     * @param overtaken names of the fields that were changed meanwhile, so that it cannot take
     *     effect
     */
    @Schema(name = "CustomerKeyChange")
    public record KeyChange(
            UUID id,
            String number,
            @Nullable UUID requestId,
            @Nullable String requestNumber,
            boolean mayOpen,
            UUID requestedBy,
            String requestedByName,
            Instant requestedAt,
            @Nullable String reason,
            List<Difference> fields,
            List<String> overtaken) {}

    private final KeyChanges changes;
    private final ReachingCustomers reaching;
    private final SettlingHeldChanges settling;
    private final Cards cards;
    private final Versions versions;
    private final Visibilities visibilities;
    private final Directory directory;
    private final Audit audit;

    WaitingChanges(
            KeyChanges changes,
            ReachingCustomers reaching,
            SettlingHeldChanges settling,
            Cards cards,
            Versions versions,
            Visibilities visibilities,
            Directory directory,
            Audit audit) {
        this.changes = changes;
        this.reaching = reaching;
        this.settling = settling;
        this.cards = cards;
        this.versions = versions;
        this.visibilities = visibilities;
        this.directory = directory;
        this.audit = audit;
    }

    /**
     * Those of a customer, oldest first.
     *
     * @throws org.kedang.kernel.Problem {@code not-found} if there is none that the actor may see
     */
    public List<KeyChange> list(Actor actor, UUID customer) {
        CustomerSummary found = reaching.get(actor, customer);
        FieldRights rights = visibilities.of(actor, Permission.CUSTOMER_READ).fields();
        List<KeyChange> waiting =
                changes.listWaiting(customer).stream()
                        .map(row -> view(row, actor, rights))
                        .toList();
        if (!waiting.isEmpty()) {
            audit.recordRead(
                    Entry.of(actor, KeyChangeAct.LISTED)
                            .subject("customer", customer, found.name())
                            .customer(customer));
        }
        return waiting;
    }

    private KeyChange view(Row row, Actor reader, FieldRights rights) {
        UUID request = row.requestId();
        List<HeldValue> values = changes.values(row.id());
        return new KeyChange(
                row.id(),
                row.number(),
                request,
                row.requestNumber(),
                request != null && cards.concerns(reader, request),
                row.requestedBy(),
                directory.personName(row.requestedBy()),
                row.requestedAt(),
                row.reason(),
                versions.list(values, rights),
                settling.changedSince(row.customerId(), values));
    }
}
