package org.kedang.approval;

import static org.kedang.approval.PaperWord.AFTER;
import static org.kedang.approval.PaperWord.BEFORE;
import static org.kedang.approval.PaperWord.BY;
import static org.kedang.approval.PaperWord.COPIES;
import static org.kedang.approval.PaperWord.FIELD;
import static org.kedang.approval.PaperWord.HEADING;
import static org.kedang.approval.PaperWord.NUMBER;
import static org.kedang.approval.PaperWord.OPINION;
import static org.kedang.approval.PaperWord.PAGE;
import static org.kedang.approval.PaperWord.PERSON;
import static org.kedang.approval.PaperWord.PRINTED;
import static org.kedang.approval.PaperWord.PROOF;
import static org.kedang.approval.PaperWord.REASON;
import static org.kedang.approval.PaperWord.REQUESTER;
import static org.kedang.approval.PaperWord.STEP;
import static org.kedang.approval.PaperWord.SUBMITTED;
import static org.kedang.approval.PaperWord.TIME;
import static org.kedang.approval.PaperWord.TITLE;
import static org.kedang.approval.PaperWord.UNSIGNED;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.Card.CardStep;
import org.kedang.approval.Card.CardTask;
import org.kedang.form.FieldWords;
import org.kedang.form.FormValues;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Language;
import org.kedang.paper.Paper;
import org.kedang.paper.Table;
import org.kedang.paper.Table.Cell;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A request as an office files it: number, form, opinions and names, and what leads back to the
 * record.
 *
 * @param address where the record's proof stands
 * @param takenBy who took it out
 */
public record RequestPaper(Card card, String address, String takenBy, Instant takenAt) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ChinaTime.ZONE);

    private record Signature(CardStep step, CardTask task) {}

    /** The paper as PDF: A4, its characters embedded. */
    public byte[] pdf(Language language) {
        try (Paper paper = Paper.a4(card.number() + " " + card.title(), language.tag())) {
            paper.heading(HEADING.in(language, card.typeName().in(language)));
            paper.ends(
                    NUMBER.in(language) + " " + card.number(),
                    PaperWord.of(card.state()).in(language));
            paper.table(request(language));
            fields(paper, language);
            changes(paper, language);
            paper.table(signatures(language));
            if (!card.copies().isEmpty()) {
                paper.remark(COPIES.in(language, language.list(card.copies())));
            }
            paper.code(address, PROOF.in(language, card.number()));
            paper.remark(PRINTED.in(language, takenBy, MINUTE.format(takenAt)));
            return paper.finish((page, pages) -> PAGE.in(language, card.number(), page, pages));
        }
    }

    private Table request(Language language) {
        return new Table(
                List.of(3, 6, 3, 5),
                List.of(),
                List.of(
                        List.of(Cell.label(TITLE.in(language)), Cell.across(3, card.title())),
                        List.of(
                                Cell.label(REQUESTER.in(language)),
                                Cell.of(card.requesterName() + "\n" + card.departmentName()),
                                Cell.label(SUBMITTED.in(language)),
                                Cell.of(MINUTE.format(card.submittedAt()))),
                        List.of(Cell.label(REASON.in(language)), Cell.across(3, card.reason()))));
    }

    private void fields(Paper paper, Language language) {
        if (card.form().isEmpty()) {
            return;
        }
        FieldWords words = new FieldWords(card.names(), language);
        FormValues values = new FormValues(card.fields());
        paper.table(
                new Table(
                        List.of(3, 14),
                        List.of(),
                        card.form().stream()
                                .map(
                                        field ->
                                                List.of(
                                                        Cell.label(field.label().in(language)),
                                                        Cell.of(words.of(field, values))))
                                .toList()));
    }

    private void changes(Paper paper, Language language) {
        if (card.changes().isEmpty()) {
            return;
        }
        paper.table(
                new Table(
                        List.of(3, 7, 7),
                        List.of(FIELD.in(language), BEFORE.in(language), AFTER.in(language)),
                        card.changes().stream()
                                .map(
                                        change ->
                                                List.of(
                                                        Cell.label(change.label().in(language)),
                                                        Cell.of(orDash(change.before())),
                                                        Cell.of(orDash(change.after()))))
                                .toList()));
    }

    private static String orDash(@Nullable String value) {
        return value == null || value.isEmpty() ? "—" : value;
    }

    private Table signatures(Language language) {
        List<List<Cell>> rows = signed().map(signature -> row(signature, language)).toList();
        return new Table(
                List.of(4, 3, 7, 4),
                Stream.of(STEP, PERSON, OPINION, TIME).map(word -> word.in(language)).toList(),
                rows.isEmpty() ? List.of(List.of(Cell.across(4, UNSIGNED.in(language)))) : rows);
    }

    /** Who said something, in the order of time; first what was settled without a word. */
    private Stream<Signature> signed() {
        return card.way().stream()
                .flatMap(step -> step.tasks().stream().map(task -> new Signature(step, task)))
                .filter(
                        one ->
                                one.task().decidedAt() != null
                                        || one.task().state() == Task.State.SKIPPED)
                .sorted(Comparator.comparing(RequestPaper::time));
    }

    private static Instant time(Signature one) {
        return Objects.requireNonNullElse(one.task().decidedAt(), one.step().enteredAt());
    }

    private static List<Cell> row(Signature one, Language language) {
        CardTask task = one.task();
        String by = task.decidedByName();
        String opinion = task.opinion();
        Instant at = task.decidedAt();
        return List.of(
                Cell.of(one.step().name().in(language)),
                Cell.of(task.personName() + (by == null ? "" : "\n" + BY.in(language, by))),
                Cell.of(PaperWord.of(task).in(language) + (opinion == null ? "" : "\n" + opinion)),
                Cell.of(at == null ? "" : MINUTE.format(at)));
    }
}
