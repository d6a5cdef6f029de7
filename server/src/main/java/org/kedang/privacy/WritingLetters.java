package org.kedang.privacy;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.consent.Purpose;
import org.kedang.consent.Purposes;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Making letters to customers from templates, and noting that they were handed over. */
@Service
public class WritingLetters {
    private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);

    private final Letters letters;
    private final Purposes purposes;
    private final ReachingCustomers customers;
    private final Directory directory;
    private final Audit audit;

    WritingLetters(
            Letters letters,
            Purposes purposes,
            ReachingCustomers customers,
            Directory directory,
            Audit audit) {
        this.letters = letters;
        this.purposes = purposes;
        this.customers = customers;
        this.directory = directory;
        this.audit = audit;
    }

    /**
     * @throws Problem {@code invalid-input} for a placeholder that stands for nothing
     */
    @Transactional
    public LetterTemplate addTemplate(Actor by, LetterTemplateFields fields) {
        requireKnown(fields);
        UUID id = Ids.next();
        letters.addTemplate(id, fields, by.id());
        audit.record(
                Entry.of(by, PrivacyAct.TEMPLATE_ADDED)
                        .subject("letterTemplate", id, fields.title()));
        return letters.findTemplate(id).orElseThrow();
    }

    /**
     * @throws Problem {@code not-found}, {@code invalid-input}, {@code stale-version} with what it
     *     is now
     */
    @Transactional
    public LetterTemplate changeTemplate(
            Actor by, UUID id, long basedOn, LetterTemplateFields fields) {
        LetterTemplate before = letters.findTemplate(id).orElseThrow(Problem::notFound);
        requireKnown(fields);
        if (!letters.rewriteTemplate(id, basedOn, fields, by.id())) {
            throw Problem.of(KernelProblem.STALE_VERSION).with("current", before);
        }
        audit.record(
                Entry.of(by, PrivacyAct.TEMPLATE_CHANGED)
                        .subject("letterTemplate", id, fields.title())
                        .change("title", before.title(), fields.title().strip())
                        .change("body", before.body(), fields.body().strip())
                        .change("retired", before.retired(), fields.retired()));
        return letters.findTemplate(id).orElseThrow();
    }

    private static void requireKnown(LetterTemplateFields fields) {
        Set<String> unknown = Placeholders.unknown(fields.title() + fields.body());
        if (!unknown.isEmpty()) {
            String words =
                    unknown.stream().map(one -> "{" + one + "}").collect(Collectors.joining(" "));
            String known =
                    Placeholders.KNOWN.stream()
                            .sorted()
                            .map(one -> "{" + one + "}")
                            .collect(Collectors.joining(" "));
            throw Problem.invalid(
                    "body",
                    "unknown-placeholder",
                    "没有占位词 %s。可用：%s".formatted(words, known),
                    "There is no placeholder %s. Possible: %s".formatted(words, known));
        }
    }

    /**
     * @throws Problem {@code not-found}
     */
    public List<Letter> list(Actor reader, UUID customer) {
        CustomerSummary reached = customers.get(reader, customer);
        audit.recordRead(about(reader, PrivacyAct.LETTERS_LISTED, reached));
        return letters.list(customer);
    }

    /**
     * @throws Problem {@code not-found}
     */
    public Letter get(Actor reader, UUID id) {
        Letter letter = letters.get(id);
        CustomerSummary customer = customers.get(reader, letter.customerId());
        audit.recordRead(
                about(reader, PrivacyAct.LETTER_READ, customer)
                        .change("letter", null, letter.number()));
        return letter;
    }

    /**
     * Makes a letter to the customer; its words are those of the template now.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}
     */
    @Transactional
    public Letter prepare(Actor by, UUID customer, UUID template) {
        CustomerSummary reached = customers.getChangeable(by, customer);
        LetterTemplate used =
                letters.findTemplate(template)
                        .filter(one -> !one.retired())
                        .orElseThrow(
                                () ->
                                        Problem.invalid(
                                                "templateId",
                                                "unknown",
                                                "没有这个模板，或已停用，请重新选择。",
                                                "There is no such template in use; choose"
                                                        + " another."));
        UUID id =
                letters.add(
                        customer,
                        used,
                        Placeholders.fill(used.body(), values(by, reached)),
                        by.id());
        Letter letter = letters.get(id);
        audit.record(
                about(by, PrivacyAct.LETTER_PREPARED, reached)
                        .change("letter", null, letter.number() + " " + letter.title()));
        return letter;
    }

    private Map<String, String> values(Actor by, CustomerSummary customer) {
        return Map.of(
                Placeholders.CUSTOMER,
                customer.name(),
                Placeholders.NUMBER,
                customer.number(),
                Placeholders.DEPARTMENT,
                directory.departmentName(customer.departmentId()),
                Placeholders.PERSON,
                by.name(),
                Placeholders.DAY,
                letters.today().toString(),
                Placeholders.PURPOSES,
                purposes.list().stream()
                        .filter(one -> !one.retired())
                        .map(Purpose::name)
                        .map(name -> name.zh())
                        .collect(Collectors.joining("、")));
    }

    /**
     * Notes that the letter reached the customer, once.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}, {@code
     *     letter-handed-already}
     */
    @Transactional
    public Letter handOver(Actor by, UUID id, LetterHandover handover) {
        Letter letter = letters.get(id);
        CustomerSummary customer = customers.getChangeable(by, letter.customerId());
        if (handover.handedOn().isAfter(letters.today())
                || handover.handedOn().isBefore(EARLIEST)) {
            throw Problem.invalid(
                    "handedOn", "out-of-range", "日期不能晚于今天。", "The day cannot lie in the future.");
        }
        if (!letters.handOver(id, handover, by.id())) {
            throw Problem.of(PrivacyProblem.LETTER_HANDED);
        }
        audit.record(
                about(by, PrivacyAct.LETTER_HANDED, customer)
                        .change("letter", null, letter.number())
                        .change("handedOn", null, handover.handedOn()));
        return letters.get(id);
    }

    private static Entry about(Actor by, PrivacyAct act, CustomerSummary customer) {
        return Entry.of(by, act)
                .subject("customer", customer.id(), customer.name())
                .customer(customer.id());
    }
}
