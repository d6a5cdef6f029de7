package org.kedang.approval.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.kedang.approval.ProcessDesk;
import org.kedang.approval.ProcessFinding;
import org.kedang.approval.ProcessSketch;
import org.kedang.approval.TryingProcesses;
import org.kedang.form.FormValues;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Drawing how requests are decided. */
@RestController
class ProcessController {
    record ProcessList(List<ProcessDesk.Line> items) {}

    record ProcessVersionList(List<ProcessDesk.Version> items) {}

    record ProcessFindingList(List<ProcessFinding> items) {}

    record ProcessTrial(List<TryingProcesses.TrialStep> items) {}

    record ProcessCheck(@NotNull(message = "required") @Valid ProcessSketch sketch) {}

    record ProcessDraft(
            @NotNull(message = "required") @Valid ProcessSketch sketch,
            @PlainText(max = 1000, required = true, multiline = true) String note) {}

    record ProcessTrialRun(
            @NotNull(message = "required") @Valid ProcessSketch sketch,
            @NotNull(message = "required") UUID requesterId,
            @NotNull(message = "required") @Size(max = 100, message = "too-many:100")
                    Map<String, Object> fields) {}

    private final ProcessDesk desk;
    private final TryingProcesses trying;

    ProcessController(ProcessDesk desk, TryingProcesses trying) {
        this.desk = desk;
        this.trying = trying;
    }

    /** Every type of request and the process it goes by. */
    @Requires(Permission.PROCESS_MANAGE)
    @GetMapping("/api/processes")
    ProcessList list() {
        return new ProcessList(desk.list());
    }

    /** What a drawing can name: fields, facts, roles. */
    @Requires(Permission.PROCESS_MANAGE)
    @GetMapping("/api/processes/{type}/words")
    ProcessDesk.Words words(@PathVariable String type) {
        return desk.words(type);
    }

    @Requires(Permission.PROCESS_MANAGE)
    @GetMapping("/api/processes/{type}/versions")
    ProcessVersionList versions(@PathVariable String type) {
        return new ProcessVersionList(desk.versions(type));
    }

    /** One version; 0 is what new requests run by now. */
    @Requires(Permission.PROCESS_MANAGE)
    @GetMapping("/api/processes/{type}/versions/{version}")
    ProcessDesk.Drawing read(@PathVariable String type, @PathVariable int version) {
        return desk.read(type, version);
    }

    /** One version as BPMN 2.0, for any BPMN program; 0 is what new requests run by now. */
    @Requires(Permission.PROCESS_MANAGE)
    @GetMapping(
            path = "/api/processes/{type}/versions/{version}/bpmn",
            produces = MediaType.APPLICATION_XML_VALUE)
    String bpmn(@PathVariable String type, @PathVariable int version) {
        return desk.bpmn(type, version);
    }

    /** What is wrong with a drawing; keeps nothing. */
    @Requires(Permission.PROCESS_MANAGE)
    @PostMapping("/api/processes/{type}/checks")
    ProcessFindingList check(@PathVariable String type, @Valid @RequestBody ProcessCheck request) {
        return new ProcessFindingList(desk.check(type, request.sketch()));
    }

    /** Who would decide a made-up request; keeps nothing. */
    @Requires(Permission.PROCESS_MANAGE)
    @PostMapping("/api/processes/{type}/trials")
    ProcessTrial tryOut(@PathVariable String type, @Valid @RequestBody ProcessTrialRun request) {
        return new ProcessTrial(
                trying.tryOut(
                        type,
                        request.sketch(),
                        request.requesterId(),
                        new FormValues(request.fields())));
    }

    /**
     * Keeps a drawing as a version that waits; it comes into force by a request of type {@code
     * activate-process}.
     */
    @Requires(Permission.PROCESS_MANAGE)
    @PostMapping("/api/processes/{type}/drafts")
    @ResponseStatus(HttpStatus.CREATED)
    ProcessDesk.Drawing save(
            @PathVariable String type, @Valid @RequestBody ProcessDraft request, Actor actor) {
        return desk.save(actor, type, request.sketch(), request.note());
    }

    @Requires(Permission.PROCESS_MANAGE)
    @DeleteMapping("/api/processes/{type}/drafts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String type, Actor actor) {
        desk.discard(actor, type);
    }
}
