package org.kedang.approval.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.kedang.approval.DefiningTypes;
import org.kedang.approval.NamingDeputies;
import org.kedang.form.FormField;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What can be asked for, and who stands in for whom. */
@RestController
class ApprovalTypeController {
    record ApprovalTypeList(List<DefiningTypes.TypeView> items) {}

    record ApprovalDeputyList(List<NamingDeputies.NamedDeputy> items) {}

    record NewApprovalType(
            @NotNull(message = "required")
                    @Pattern(regexp = "g-[a-z0-9-]{1,38}", message = "request-type-code")
                    String code,
            @NotNull(message = "required") @Valid Label name,
            @NotNull(message = "required") UUID departmentId,
            @NotEmpty(message = "required") @Size(max = 50, message = "too-many:50")
                    List<@Valid @NotNull(message = "required") FormField> fields) {}

    record NewApprovalDeputy(
            @NotNull(message = "required") UUID deputyId,
            @NotNull(message = "required") LocalDate firstDay,
            @NotNull(message = "required") LocalDate lastDay) {}

    private final DefiningTypes types;
    private final NamingDeputies deputies;

    ApprovalTypeController(DefiningTypes types, NamingDeputies deputies) {
        this.types = types;
        this.deputies = deputies;
    }

    /** What oneself may submit, with the forms. */
    @SignedIn
    @GetMapping("/api/approval-types")
    ApprovalTypeList list(Actor actor) {
        return new ApprovalTypeList(types.listFor(actor));
    }

    /** Defines a general request for a department, as its head or as an administrator. */
    @SignedIn
    @PostMapping("/api/approval-types")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void define(@Valid @RequestBody NewApprovalType request, Actor actor) {
        types.define(
                actor, request.code(), request.name(), request.departmentId(), request.fields());
    }

    @SignedIn
    @DeleteMapping("/api/approval-types/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(@PathVariable String code, Actor actor) {
        types.retire(actor, code);
    }

    /** The process as BPMN 2.0, for any BPMN program. */
    @Requires(Permission.PROCESS_MANAGE)
    @GetMapping(
            path = "/api/approval-types/{code}/bpmn",
            produces = MediaType.APPLICATION_XML_VALUE)
    String bpmn(@PathVariable String code) {
        return types.bpmn(code);
    }

    /** One's own deputies, now and to come. */
    @SignedIn
    @GetMapping("/api/approval-deputies")
    ApprovalDeputyList listDeputies(Actor actor) {
        return new ApprovalDeputyList(deputies.list(actor));
    }

    @SignedIn
    @PostMapping("/api/approval-deputies")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void nameDeputy(@Valid @RequestBody NewApprovalDeputy request, Actor actor) {
        deputies.name(actor, request.deputyId(), request.firstDay(), request.lastDay());
    }

    @SignedIn
    @DeleteMapping("/api/approval-deputies/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endDeputy(@PathVariable UUID id, Actor actor) {
        deputies.end(actor, id);
    }
}
