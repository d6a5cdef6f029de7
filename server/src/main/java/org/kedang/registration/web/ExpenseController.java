package org.kedang.registration.web;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.ReachingCustomers;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.registration.ExpenseKind;
import org.kedang.registration.Expenses;
import org.kedang.registration.RegistrationAct;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
class ExpenseController {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;

    record ExpenseSums(List<Expenses.Sum> items) {}

    private final Expenses expenses;
    private final ReachingCustomers reaching;
    private final Visibilities visibilities;
    private final Audit audit;

    ExpenseController(
            Expenses expenses, ReachingCustomers reaching, Visibilities visibilities, Audit audit) {
        this.expenses = expenses;
        this.reaching = reaching;
        this.visibilities = visibilities;
        this.audit = audit;
    }

    /** What was spent on customers that the reader may see, the latest first. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/expenses")
    Listing<Expenses.Line> list(
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable ExpenseKind kind,
            @RequestParam(required = false) @Nullable Integer year,
            Paging paging,
            Actor actor) {
        Expenses.Question question = question(customerId, kind, year);
        note(actor, customerId);
        return expenses.list(question, paging, visibilities.of(actor, Permission.CUSTOMER_READ));
    }

    /** The same, summed by year and kind. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/expenses/sums")
    ExpenseSums sums(
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable ExpenseKind kind,
            @RequestParam(required = false) @Nullable Integer year,
            Actor actor) {
        Expenses.Question question = question(customerId, kind, year);
        note(actor, customerId);
        return new ExpenseSums(
                expenses.sums(question, visibilities.of(actor, Permission.CUSTOMER_READ)));
    }

    private static Expenses.Question question(
            @Nullable UUID customer, @Nullable ExpenseKind kind, @Nullable Integer year) {
        if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw Problem.invalid("year", "out-of-range", "没有这个年份。", "There is no such year.");
        }
        return new Expenses.Question(customer, kind, year);
    }

    private void note(Actor actor, @Nullable UUID customer) {
        Entry entry = Entry.of(actor, RegistrationAct.EXPENSES_READ);
        audit.recordRead(
                customer == null
                        ? entry
                        : entry.subject("customer", customer, reaching.get(actor, customer).name())
                                .customer(customer));
    }
}
