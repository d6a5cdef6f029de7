package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.approval.ProcessTree.Step;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.Label;
import org.kedang.identity.Departments;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What can be asked for, and general requests that departments define themselves. */
@Service
public class DefiningTypes {
    /**
     * A type that can be submitted.
     *
     * @param choosing steps for which the requester chooses who decides
     * @param mayRetire whether the reader can take it out of use
     */
    @Schema(name = "ApprovalType")
    public record TypeView(
            String code,
            Label name,
            List<FormField> fields,
            List<ChosenStep> choosing,
            boolean mayRetire) {}

    /** A step whose approvers are chosen. */
    @Schema(name = "ApprovalChosenStep")
    public record ChosenStep(String id, Label name) {}

    private final RequestTypes types;
    private final GeneralTypes general;
    private final Processes processes;
    private final Departments departments;
    private final Audit audit;

    DefiningTypes(
            RequestTypes types,
            GeneralTypes general,
            Processes processes,
            Departments departments,
            Audit audit) {
        this.types = types;
        this.general = general;
        this.processes = processes;
        this.departments = departments;
        this.audit = audit;
    }

    /** What the actor may submit. */
    public List<TypeView> listFor(Actor actor) {
        Set<UUID> headed = departmentsDefinedBy(actor);
        return types.submittedBy(actor).stream()
                .map(
                        type ->
                                view(
                                        type,
                                        type instanceof GeneralType one
                                                && headed.contains(one.department())))
                .toList();
    }

    /** For which departments the actor may define requests. */
    private Set<UUID> departmentsDefinedBy(Actor actor) {
        return departments.listTree().stream()
                .filter(one -> mayDefine(actor, one))
                .map(Departments.Node::id)
                .collect(Collectors.toSet());
    }

    private static boolean mayDefine(Actor by, Departments.Node department) {
        return by.may(Permission.PROCESS_MANAGE) || by.id().equals(department.headId());
    }

    private TypeView view(RequestType type, boolean mayRetire) {
        return new TypeView(
                type.code(),
                type.name(),
                type.form().fields(),
                processes.current(type).steps().stream()
                        .filter(step -> step.approvers().contains(new Approver.Chosen()))
                        .map((Step step) -> new ChosenStep(step.id(), step.name()))
                        .toList(),
                mayRetire);
    }

    /** The process of a type as BPMN 2.0, or a {@code not-found} problem. */
    public String bpmn(String code) {
        RequestType type = types.get(code);
        return Bpmn.write(code, type.name().zh(), processes.current(type));
    }

    /**
     * Defines a general request; everybody may submit it, the head of the requester's department
     * decides.
     *
     * @throws Problem {@code not-head}, {@code request-type-exists}, {@code invalid-input}
     */
    @Transactional
    public void define(Actor by, String code, Label name, UUID department, List<FormField> fields) {
        requireHead(by, department);
        general.add(by, code, name, department, form(fields));
        audit.record(about(by, ApprovalAct.TYPE_DEFINED, department, name));
    }

    private static Form form(List<FormField> fields) {
        try {
            return new Form(fields);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    "fields",
                    "form-broken",
                    "栏目名称不能重复，单选和多选须有选项，其他类型不能有选项。",
                    "Names of fields must differ, and choices, and only they, need options.");
        }
    }

    /**
     * Takes a general request out of use; what runs, runs on.
     *
     * @throws Problem {@code not-head}, {@code not-found}
     */
    @Transactional
    public void retire(Actor by, String code) {
        GeneralType type =
                general.find(code).filter(one -> !one.retired()).orElseThrow(Problem::notFound);
        requireHead(by, type.department());
        general.retire(code);
        audit.record(about(by, ApprovalAct.TYPE_RETIRED, type.department(), type.name()));
    }

    private static Entry about(Actor by, ApprovalAct act, UUID department, Label name) {
        return Entry.of(by, act).subject("department", department, name.zh());
    }

    private void requireHead(Actor by, UUID department) {
        Departments.Node node =
                departments.listTree().stream()
                        .filter(one -> one.id().equals(department))
                        .findFirst()
                        .orElseThrow(Problem::notFound);
        if (!mayDefine(by, node)) {
            throw Problem.of(ApprovalProblem.NOT_HEAD);
        }
    }
}
