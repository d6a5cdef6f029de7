package org.kedang.deletion;

import org.kedang.customer.CustomerContents;
import org.kedang.customer.DeletingCustomer;
import org.kedang.form.Label;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What all modules together keep about customers. */
@Component
class ContentsOfCustomers {
    private final List<CustomerContents> contents;
    private final DeletingCustomer deleting;

    ContentsOfCustomers(List<CustomerContents> contents, DeletingCustomer deleting) {
        this.contents = contents;
        this.deleting = deleting;
    }

    /** How much there is of what; nothing of what there is none. */
    List<Erased> count(UUID customer) {
        return contents.stream()
                .map(one -> new Erased(one.name(), one.count(customer)))
                .filter(one -> one.count() > 0)
                .toList();
    }

    List<Label> hindrances(UUID customer) {
        return Stream.concat(
                        contents.stream().map(one -> one.hindrance(customer)),
                        Stream.of(branches(customer)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Label> branches(UUID customer) {
        long count = deleting.countBranches(customer);
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        Label.of(
                                "还有下级单位 %d 家，须先改挂".formatted(count),
                                "%d branches belong to it and must get another parent first"
                                        .formatted(count)));
    }

    /**
     * @throws Problem {@code deletion-hindered}
     */
    void requireUnhindered(UUID customer) {
        List<Label> all = hindrances(customer);
        if (!all.isEmpty()) {
            throw Problem.of(
                    DeletionProblem.HINDERED,
                    all.stream().map(Label::zh).collect(Collectors.joining("；")),
                    all.stream().map(Label::en).collect(Collectors.joining("; ")));
        }
    }

    void erase(UUID customer) {
        contents.forEach(one -> one.erase(customer));
    }
}
