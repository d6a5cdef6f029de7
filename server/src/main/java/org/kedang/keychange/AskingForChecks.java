package org.kedang.keychange;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.NewRequest;
import org.kedang.approval.Submitting;
import org.kedang.approval.Submitting.Submitted;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.HeldValue;
import org.kedang.customer.HoldingChanges;
import org.kedang.form.FormValues;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets changes of checked fields wait for a request that a second person decides. */
@Component
class AskingForChecks implements HoldingChanges {
    private final KeyChecks checks;
    private final KeyChanges changes;
    private final ObjectProvider<Submitting> submitting;
    private final Audit audit;

    AskingForChecks(
            KeyChecks checks,
            KeyChanges changes,
            ObjectProvider<Submitting> submitting,
            Audit audit) {
        this.checks = checks;
        this.changes = changes;
        this.submitting = submitting;
        this.audit = audit;
    }

    @Override
    public Set<String> held(Set<String> changed) {
        Set<String> held = new HashSet<>(checks.fields());
        held.retainAll(changed);
        return held;
    }

    @Override
    public void hold(
            Actor by, CustomerSummary customer, List<HeldValue> values, @Nullable String reason) {
        List<String> fields = values.stream().map(HeldValue::field).toList();
        String number = changes.add(customer.id(), values, reason, by.id());
        Submitted request =
                submitting
                        .getObject()
                        .submit(
                                by,
                                new NewRequest(
                                        ChangeRequest.CODE,
                                        new FormValues(
                                                Map.of(
                                                        ChangeRequest.CUSTOMER,
                                                        customer.number(),
                                                        ChangeRequest.CHANGE,
                                                        number)),
                                        reason == null || reason.isBlank()
                                                ? "变更" + FieldGroup.zh(fields)
                                                : reason,
                                        Map.of()));
        changes.waitFor(number, request.id(), request.number());
        audit.record(
                Entry.of(by, KeyChangeAct.ASKED)
                        .subject("customer", customer.id(), customer.name())
                        .customer(customer.id())
                        .request(request.id())
                        .reason(reason)
                        .change("fields", null, FieldGroup.zh(fields)));
    }
}
