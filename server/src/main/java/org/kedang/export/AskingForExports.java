package org.kedang.export;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.NewRequest;
import org.kedang.approval.Submitting;
import org.kedang.approval.Submitting.Submitted;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.form.FormValues;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asking for a file of customers: small ones are made at once, others wait for a decision. */
@Service
public class AskingForExports {
    /**
     * What is wanted.
     *
     * @param more names of custom fields that are columns too
     * @param clear whether sensitive values shall be as one may see them, not masked
     * @param purpose what for; stands in the file, the request and the log
     */
    @Schema(name = "CustomerExportWish")
    public record Wish(
            @NotNull(message = "required") @Valid ExportSelection selection,
            @NotEmpty(message = "required") @Size(max = 40, message = "too-many:40")
                    List<@NotNull(message = "required") ExportColumn> columns,
            @Nullable @Size(max = 60, message = "too-many:60")
                    List<@PlainText(max = 40, required = true) String> more,
            boolean clear,
            @PlainText(max = 500, required = true, multiline = true) String purpose) {
        List<String> customColumns() {
            return more == null ? List.of() : more;
        }
    }

    /**
     * What a file would hold.
     *
     * @param count not above {@code most} + 1
     * @param free up to so many nobody must agree
     * @param most so many go into one file
     */
    @Schema(name = "CustomerExportOutlook")
    public record Outlook(long count, int free, int most) {}

    private final CustomerExports exports;
    private final ChosenCustomers chosen;
    private final CustomColumns custom;
    private final MakingExports making;
    private final Submitting submitting;
    private final Visibilities visibilities;
    private final ExportSettings settings;
    private final Audit audit;

    AskingForExports(
            CustomerExports exports,
            ChosenCustomers chosen,
            CustomColumns custom,
            MakingExports making,
            Submitting submitting,
            Visibilities visibilities,
            ExportSettings settings,
            Audit audit) {
        this.exports = exports;
        this.chosen = chosen;
        this.custom = custom;
        this.making = making;
        this.submitting = submitting;
        this.visibilities = visibilities;
        this.settings = settings;
        this.audit = audit;
    }

    public Outlook look(Actor by, ExportSelection selection) {
        return new Outlook(count(by, selection), settings.free(), settings.most());
    }

    private long count(Actor by, ExportSelection selection) {
        Visibility visibility = visibilities.of(by, Permission.CUSTOMER_READ);
        return chosen.count(selection, visibility, settings.most());
    }

    /**
     * Asks for a file. Where nobody must agree it is made at once.
     *
     * @throws Problem {@code invalid-input}, {@code nothing-to-export}, {@code
     *     too-many-customers-to-export}
     */
    @Transactional
    public CustomerExport ask(Actor by, Wish typed) {
        Wish wish = tidy(typed);
        long count = count(by, wish.selection());
        requireFits(count);
        String number = exports.nextNumber();
        UUID id = exports.add(number, by.id(), by.address(), wish, count);
        audit.record(
                Entry.of(by, ExportAct.ASKED)
                        .subject("customer-export", id, number)
                        .reason(wish.purpose())
                        .change("count", null, count)
                        .change("columns", null, words(wish))
                        .change("clear", null, wish.clear()));
        if (count > settings.free() || wish.clear()) {
            request(by, id, number, wish);
        } else {
            making.makeNow(by, id);
        }
        return exports.get(id);
    }

    /** Columns once each, in the order of their list; nothing clear where nothing is sensitive. */
    private Wish tidy(Wish typed) {
        Set<ExportColumn> columns = EnumSet.copyOf(typed.columns());
        List<String> more = custom.require(typed.more());
        boolean sensitive =
                columns.stream().anyMatch(ExportColumn::isSensitive) || custom.isAnySensitive(more);
        return new Wish(
                typed.selection(),
                List.copyOf(columns),
                more,
                typed.clear() && sensitive,
                typed.purpose());
    }

    private void requireFits(long count) {
        if (count == 0) {
            throw Problem.of(CustomerExportProblem.NOTHING);
        }
        if (count > settings.most()) {
            throw Problem.of(CustomerExportProblem.TOO_MANY, settings.most());
        }
    }

    private String words(Wish wish) {
        return Stream.concat(
                        wish.columns().stream().map(column -> column.label().zh()),
                        custom.labels(wish.customColumns()).stream())
                .collect(Collectors.joining("、"));
    }

    private void request(Actor by, UUID id, String number, Wish wish) {
        Submitted request =
                submitting.submit(
                        by,
                        new NewRequest(
                                ExportRequest.CODE,
                                new FormValues(Map.of(ExportRequest.NUMBER, number)),
                                wish.purpose(),
                                Map.of()));
        exports.waitFor(id, request.id(), request.number());
    }
}
