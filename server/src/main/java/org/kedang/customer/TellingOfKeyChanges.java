package org.kedang.customer;

import org.kedang.form.Label;
import org.kedang.identity.Holders;
import org.kedang.kernel.Ids;
import org.kedang.notice.Message;
import org.kedang.notice.Message.Wording;
import org.kedang.notice.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells of changed key facts whoever looks after the customer, and the heads of the departments
 * concerned; not the person who changed them. What the facts are is not told: that is read where it
 * is protected.
 */
@Component
class TellingOfKeyChanges {
    private final Telling telling;
    private final Holders holders;
    private final List<ConcernedDepartments> concerned;

    TellingOfKeyChanges(Telling telling, Holders holders, List<ConcernedDepartments> concerned) {
        this.telling = telling;
        this.holders = holders;
        this.concerned = concerned;
    }

    /** Within the transaction that changes the record. */
    @EventListener
    void tell(CustomerChanged changed) {
        Set<KeyField> fields = KeyField.among(changed.fields());
        if (fields.isEmpty()) {
            return;
        }
        telling.tell(
                people(changed),
                CustomerNotice.KEY_CHANGED,
                new Message(
                        Ids.next().toString(),
                        new Wording(
                                "客户 " + changed.number() + " 的重要资料有变更",
                                "Important facts of customer " + changed.number() + " changed"),
                        new Wording(
                                "变更了：" + words(fields, Label::zh, "、") + "。请核对与本部门有关的合同、开票资料和档案。",
                                "Changed: "
                                        + words(fields, Label::en, ", ")
                                        + ". Check the contracts, invoicing details and archives of"
                                        + " your department."),
                        "/customers/" + changed.id()));
    }

    private Set<UUID> people(CustomerChanged changed) {
        Set<UUID> departments = new LinkedHashSet<>(Set.of(changed.departmentId()));
        concerned.forEach(one -> departments.addAll(one.departments(changed.id())));
        Set<UUID> people = new LinkedHashSet<>(Set.of(changed.ownerId()));
        departments.forEach(
                department -> holders.headAbove(department, 0, Set.of()).ifPresent(people::add));
        people.remove(changed.by());
        return people;
    }

    private static String words(
            Set<KeyField> fields, Function<Label, String> language, String between) {
        return fields.stream()
                .map(field -> language.apply(field.label()))
                .collect(Collectors.joining(between));
    }
}
