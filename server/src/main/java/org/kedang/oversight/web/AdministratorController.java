package org.kedang.oversight.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.StepUp;
import org.kedang.oversight.AdministratorFigures;
import org.kedang.oversight.AdministratorReport;
import org.kedang.oversight.AdministratorReport.Inspected;
import org.kedang.oversight.OverseeingAdministrators;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The security officer's view of system and network administrators. */
@RestController
class AdministratorController {
    record AdministratorReportList(List<AdministratorReport> items) {}

    record SignedReport(UUID id) {}

    record InspectedPoint(
            @NotNull(message = "required") AdministratorReport.Point point,
            @NotNull(message = "required") AdministratorReport.Outcome outcome,
            @Nullable @PlainText(max = 500, multiline = true) String note) {
        Inspected inspected() {
            return new Inspected(point, outcome, note == null ? "" : note);
        }
    }

    record NewReport(
            @NotNull(message = "required") AdministratorReport.Kind kind,
            @NotNull(message = "required") LocalDate first,
            @NotNull(message = "required") LocalDate last,
            @PlainText(max = 4000, required = true, multiline = true) String conclusion,
            @NotNull(message = "required") @Size(max = 20, message = "too-many:20")
                    List<@Valid @NotNull(message = "required") InspectedPoint> inspected) {

        /** Each point once for an inspection, none for a report on administrators alone. */
        List<Inspected> points() {
            int needed =
                    kind == AdministratorReport.Kind.INSPECTION
                            ? AdministratorReport.Point.values().length
                            : 0;
            long told = inspected.stream().map(InspectedPoint::point).distinct().count();
            if (told != needed || inspected.size() != needed) {
                throw Problem.invalid(
                        "inspected",
                        "invalid-choice",
                        "例行检查的每个项目都要填写一次结果。",
                        "An inspection tells the outcome of each point once.");
            }
            return inspected.stream().map(InspectedPoint::inspected).toList();
        }
    }

    private final OverseeingAdministrators overseeing;

    AdministratorController(OverseeingAdministrators overseeing) {
        this.overseeing = overseeing;
    }

    @Requires(Permission.ADMINISTRATOR_OVERSEE)
    @GetMapping("/api/administrator-oversight")
    AdministratorFigures figures(
            @RequestParam LocalDate from, @RequestParam LocalDate to, Actor actor) {
        return overseeing.read(actor, from, to);
    }

    /** Only events at which a system or network administrator's role counted. */
    @Requires(Permission.ADMINISTRATOR_OVERSEE)
    @GetMapping("/api/administrator-oversight/events")
    Listing<AuditEvent> events(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable UUID actorId,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(defaultValue = "false") boolean changes,
            Paging paging,
            Actor actor) {
        return overseeing.list(actor, from, to, actorId, refused, changes, paging);
    }

    @Requires(Permission.ADMINISTRATOR_OVERSEE)
    @GetMapping("/api/administrator-reports")
    AdministratorReportList reports() {
        return new AdministratorReportList(overseeing.reports());
    }

    @Requires(Permission.ADMINISTRATOR_OVERSEE)
    @GetMapping("/api/administrator-reports/{id}")
    AdministratorReport report(@PathVariable UUID id, Actor actor) {
        return overseeing.report(actor, id);
    }

    /** Signs a report, which is kept with its figures as they are now. */
    @Requires(Permission.ADMINISTRATOR_OVERSEE)
    @StepUp
    @PostMapping("/api/administrator-reports")
    ResponseEntity<SignedReport> sign(@Valid @RequestBody NewReport report, Actor actor) {
        UUID id =
                overseeing.sign(
                        actor,
                        report.kind(),
                        report.first(),
                        report.last(),
                        report.conclusion(),
                        report.points());
        return ResponseEntity.created(URI.create("/api/administrator-reports/" + id))
                .body(new SignedReport(id));
    }
}
