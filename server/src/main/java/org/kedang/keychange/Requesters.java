package org.kedang.keychange;

import org.kedang.approval.Decision;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.HeldValue;
import org.kedang.identity.Account;
import org.kedang.identity.Accounts;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.List;

/** Whether whoever asked for a change could still make it himself. */
@Component
class Requesters {
    private final Accounts accounts;
    private final Visibilities visibilities;

    Requesters(Accounts accounts, Visibilities visibilities) {
        this.accounts = accounts;
        this.visibilities = visibilities;
    }

    /**
     * @throws Problem {@code key-change-requester} if he may not
     */
    void requireStill(Decision decision, CustomerSummary customer, List<HeldValue> values) {
        Visibility visibility =
                accounts.find(decision.requester())
                        .map(account -> visibility(account, decision))
                        .filter(one -> includes(one, customer))
                        .orElseThrow(() -> Problem.of(KeyChangeProblem.REQUESTER_MAY_NOT));
        boolean others =
                values.stream()
                        .flatMap(value -> SensitiveField.of(value.field()).stream())
                        .anyMatch(field -> visibility.fields().of(field) != FieldAccess.EDIT);
        if (others) {
            throw Problem.of(KeyChangeProblem.REQUESTER_MAY_NOT);
        }
    }

    private Visibility visibility(Account account, Decision decision) {
        Actor requester = account.actor(new Actor.Connection(decision.requestedFrom(), null, null));
        return visibilities.of(requester, Permission.CUSTOMER_WRITE);
    }

    private static boolean includes(Visibility visibility, CustomerSummary customer) {
        return visibility.includesCustomer(
                customer.id(), customer.ownerId(), customer.departmentId());
    }
}
