package org.kedang.registration;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.Approver;
import org.kedang.approval.Decision;
import org.kedang.approval.FieldChange;
import org.kedang.approval.Mode;
import org.kedang.approval.ProcessTree;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.RequestType;
import org.kedang.approval.Subject;
import org.kedang.approval.Submission;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.ReachingCustomers;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.registration.Registrations.Row;
import org.kedang.registration.Registrations.Wish;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Putting a customer on record (备案, B10): the head of its department decides; what the record must
 * tell is looked at when it is asked for and again when it is granted.
 */
@Component
class CustomerRegistration implements RequestType {
    static final String CODE = "customer-registration";
    static final String CUSTOMER = "customer";
    static final String FIRST_CONTACT = "firstContact";
    static final String MET = "met";
    static final String SOURCE = "source";

    private final Registrations registrations;
    private final ReachingCustomers reaching;
    private final TermOfToday term;
    private final Audit audit;
    private final Clock clock;

    CustomerRegistration(
            Registrations registrations,
            ReachingCustomers reaching,
            TermOfToday term,
            Audit audit,
            Clock clock) {
        this.registrations = registrations;
        this.reaching = reaching;
        this.term = term;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Label name() {
        return Label.of("客户备案", "Customer registration");
    }

    @Override
    public Form form() {
        return Form.of(
                FormField.of(CUSTOMER, Kind.TEXT, "客户编号", "Customer number").needed().upTo(20),
                FormField.of(FIRST_CONTACT, Kind.DATE, "首次接触日期", "First contact").needed(),
                FormField.of(MET, Kind.CHOICE, "接触方式", "How you met")
                        .needed()
                        .choosing(MeetingWay.options()),
                FormField.of(SOURCE, Kind.TEXT, "客户来源", "Source").needed().upTo(200));
    }

    @Override
    public Permission submittedBy() {
        return Permission.CUSTOMER_WRITE;
    }

    /** The page of customers to be put on record submits it. */
    @Override
    public boolean offered() {
        return false;
    }

    @Override
    public ProcessTree process() {
        return ProcessTree.of(
                Step.of(
                        "head",
                        Label.of("部门负责人", "Head of department"),
                        Mode.ALL,
                        new Approver.SubjectDepartmentHead()));
    }

    @Override
    public void check(Submission asked) {
        Row row = row(asked.fields());
        reaching.getChangeable(asked.by(), row.customer());
        if (row.state() != RegistrationState.ASKED) {
            throw Problem.of(RegistrationProblem.NOT_BEGUN);
        }
        requireComplete(row);
        requireDay(
                Objects.requireNonNull(asked.fields().date(FIRST_CONTACT)),
                row.enteredOn(),
                "fields." + FIRST_CONTACT);
    }

    static void requireComplete(Row row) {
        if (!row.missing().isEmpty()) {
            throw Problem.of(
                            RegistrationProblem.RECORD_INCOMPLETE,
                            row.missing().stream()
                                    .map(field -> field.label().zh())
                                    .collect(Collectors.joining("、")),
                            row.missing().stream()
                                    .map(field -> field.label().en())
                                    .collect(Collectors.joining(", ")))
                    .with("missing", row.missing());
        }
    }

    /** Nobody wins time by a later first contact than the day on which the customer was entered. */
    static void requireDay(LocalDate first, LocalDate enteredOn, String field) {
        if (first.isAfter(enteredOn)) {
            throw Problem.invalid(
                    field,
                    "out-of-range",
                    "首次接触不能晚于客户登记日 %s。".formatted(enteredOn),
                    "The first contact cannot be later than %s, when the customer was entered."
                            .formatted(enteredOn));
        }
        if (first.isBefore(LocalDate.of(1990, 1, 1))) {
            throw Problem.invalid(
                    field, "out-of-range", "日期过早，请核对。", "This is too long ago; check the day.");
        }
    }

    @Override
    public Subject subject(Submission asked) {
        Row row = row(asked.fields());
        return new Subject("customer", row.customer(), row.customerName(), null, row.department());
    }

    @Override
    public List<FieldChange> changes(Submission asked) {
        return List.of(new FieldChange(Label.of("备案", "Registration"), "未备案", "已备案"));
    }

    @Override
    public void approved(Decision decision) {
        Row row = row(decision.fields());
        if (row.state() != RegistrationState.ASKED || !isBy(row, decision)) {
            throw Problem.of(RegistrationProblem.ALREADY_REGISTERED);
        }
        requireComplete(row);
        Wish wish = wish(decision.fields());
        String number =
                registrations.finish(
                        row.customer(),
                        decision.request(),
                        wish,
                        term.clock().dueOn(wish.firstContactOn()),
                        term.today(),
                        clock.instant(),
                        decision.by().id());
        audit.record(about(row, decision, RegistrationAct.DONE).change("number", null, number));
    }

    @Override
    public void closed(Decision decision) {
        Row row = row(decision.fields());
        if (row.state() == RegistrationState.ASKED && isBy(row, decision)) {
            registrations.giveBack(row.customer());
            audit.record(
                    about(row, decision, RegistrationAct.GIVEN_BACK).reason(decision.opinion()));
        }
    }

    /** A process without steps decides before the row knows of its request. */
    private static boolean isBy(Row row, Decision decision) {
        @Nullable UUID waits = row.request();
        return waits == null || waits.equals(decision.request());
    }

    private static Entry about(Row row, Decision decision, RegistrationAct act) {
        return Entry.of(decision.by(), act)
                .subject("customer", row.customer(), row.customerName())
                .customer(row.customer())
                .request(decision.request());
    }

    private Row row(FormValues fields) {
        return registrations
                .findCustomer(fields.text(CUSTOMER))
                .flatMap(registrations::lock)
                .orElseThrow(Problem::notFound);
    }

    private static Wish wish(FormValues fields) {
        return new Wish(
                Objects.requireNonNull(fields.date(FIRST_CONTACT)),
                MeetingWay.valueOf(fields.text(MET)),
                fields.text(SOURCE));
    }
}
