package org.kedang.registration;

import org.kedang.approval.Approver;
import org.kedang.approval.Condition;
import org.kedang.approval.Condition.Operator;
import org.kedang.approval.Decision;
import org.kedang.approval.Mode;
import org.kedang.approval.ProcessTree;
import org.kedang.approval.ProcessTree.Branch;
import org.kedang.approval.ProcessTree.Path;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.RequestType;
import org.kedang.approval.Subject;
import org.kedang.approval.Submission;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Money spent on a customer on record (招待、差旅、礼品, B10): the head of the spender's department
 * decides, above an amount the next head further up as well. It is booked when it is approved, and
 * only if the customer is on record then.
 */
@Component
class CustomerExpense implements RequestType {
    static final String CODE = "customer-expense";
    static final String CUSTOMER = "customer";
    static final String KIND = "kind";
    static final String AMOUNT = "amount";
    static final String DAY = "day";
    static final String PARTICIPANTS = "participants";
    static final String PURPOSE = "purpose";

    /** In yuan; administrators change it in the process. */
    private static final String USUAL_LIMIT = "5000";

    private static final long MOST = 9_999_999;
    private static final int OLDEST_YEARS = 2;

    private final Registrations registrations;
    private final Expenses expenses;
    private final ReachingCustomers reaching;
    private final Directory directory;
    private final TermOfToday term;
    private final Audit audit;

    CustomerExpense(
            Registrations registrations,
            Expenses expenses,
            ReachingCustomers reaching,
            Directory directory,
            TermOfToday term,
            Audit audit) {
        this.registrations = registrations;
        this.expenses = expenses;
        this.reaching = reaching;
        this.directory = directory;
        this.term = term;
        this.audit = audit;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Label name() {
        return Label.of("客户费用", "Customer expense");
    }

    @Override
    public Form form() {
        return Form.of(
                FormField.of(CUSTOMER, Kind.TEXT, "客户编号", "Customer number")
                        .needed()
                        .upTo(20)
                        .hinting("例如 C00000001；客户须已备案", "Such as C00000001; must be on record"),
                FormField.of(KIND, Kind.CHOICE, "费用类别", "Kind")
                        .needed()
                        .choosing(ExpenseKind.options()),
                FormField.of(AMOUNT, Kind.MONEY, "金额（元）", "Amount (yuan)")
                        .needed()
                        .from(0)
                        .upTo(MOST),
                FormField.of(DAY, Kind.DATE, "发生日期", "Day").needed(),
                FormField.of(PARTICIPANTS, Kind.TEXT, "参与人员", "Participants").needed().upTo(200),
                FormField.of(PURPOSE, Kind.LONG_TEXT, "事由", "Purpose").needed().upTo(500),
                FormField.of("invoice", Kind.FILE, "发票", "Invoice").needed().upTo(5));
    }

    @Override
    public Permission submittedBy() {
        return Permission.CUSTOMER_WRITE;
    }

    @Override
    public ProcessTree process() {
        return ProcessTree.of(
                Step.of(
                        "head",
                        Label.of("部门负责人", "Head of department"),
                        Mode.ALL,
                        new Approver.DepartmentHead(0)),
                new Branch(
                        "amountLimit",
                        List.of(
                                new Path(
                                        new Condition(AMOUNT, Operator.GREATER, USUAL_LIMIT),
                                        List.of(
                                                Step.of(
                                                        "second",
                                                        Label.of("第二审批人", "Second approver"),
                                                        Mode.ANY,
                                                        new Approver.Role("GENERAL_MANAGER")))),
                                new Path(null, List.of()))));
    }

    @Override
    public void check(Submission asked) {
        FormValues fields = asked.fields();
        CustomerSummary customer = customer(asked.by(), fields);
        requireRegistered(customer.id());
        if (amount(fields).signum() <= 0) {
            throw Problem.invalid(
                    "fields." + AMOUNT,
                    "out-of-range",
                    "金额须大于 0。",
                    "The amount must be greater than 0.");
        }
        LocalDate day = day(fields);
        if (day.isAfter(term.today()) || day.isBefore(term.today().minusYears(OLDEST_YEARS))) {
            throw Problem.invalid(
                    "fields." + DAY,
                    "out-of-range",
                    "发生日期不能晚于今天，也不能早于两年前。",
                    "The day cannot be in the future, nor more than two years ago.");
        }
    }

    private void requireRegistered(UUID customer) {
        if (!registrations.isDone(customer)) {
            throw Problem.of(RegistrationProblem.NOT_REGISTERED);
        }
    }

    private CustomerSummary customer(Actor by, FormValues fields) {
        return registrations
                .findCustomer(fields.text(CUSTOMER).strip())
                .map(id -> reaching.getChangeable(by, id))
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                        "fields." + CUSTOMER,
                                        "unknown",
                                        "没有这个编号的客户，或您无权查看。",
                                        "There is no customer of this number that you may see."));
    }

    @Override
    public Subject subject(Submission asked) {
        CustomerSummary customer = customer(asked.by(), asked.fields());
        return new Subject(
                "customer", customer.id(), customer.name(), null, customer.departmentId());
    }

    @Override
    public void approved(Decision decision) {
        FormValues fields = decision.fields();
        UUID customer =
                registrations
                        .findCustomer(fields.text(CUSTOMER).strip())
                        .orElseThrow(Problem::notFound);
        requireRegistered(customer);
        ExpenseKind kind = ExpenseKind.valueOf(fields.text(KIND));
        BigDecimal amount = amount(fields);
        expenses.book(
                new Expenses.Booking(
                        customer,
                        kind,
                        amount,
                        day(fields),
                        fields.text(PARTICIPANTS),
                        fields.text(PURPOSE)),
                decision,
                directory.person(decision.requester()).departmentId());
        audit.record(
                Entry.of(decision.by(), RegistrationAct.EXPENSE_BOOKED)
                        .subject("customer", customer, fields.text(CUSTOMER))
                        .customer(customer)
                        .request(decision.request())
                        .change("kind", null, kind)
                        .change("amount", null, amount));
    }

    private static BigDecimal amount(FormValues fields) {
        return Objects.requireNonNull(fields.number(AMOUNT));
    }

    private static LocalDate day(FormValues fields) {
        return Objects.requireNonNull(fields.date(DAY));
    }
}
