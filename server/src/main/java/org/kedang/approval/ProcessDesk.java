package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.ProcessVersions.Standing;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.form.FormField;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.identity.Roles;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where administrators draw how requests are decided. Coming into force needs a second person. */
@Service
public class ProcessDesk {
    /** What every condition may compare beside the fields of the form. */
    static final Map<String, Label> FACTS =
            Map.of(
                    "requester.department",
                    Label.of("申请人部门（含上级）", "Requester's department (or above)"),
                    "subject.department",
                    Label.of("对象所属部门（含上级）", "Subject's department (or above)"));

    /**
     * A type and the process it goes by.
     *
     * @param version in force; 0 if it is still what the product brings
     * @param draft number of the version that waits to come into force
     * @param running requests that are not decided yet, without those given back to the requester
     */
    @Schema(name = "ProcessLine")
    public record Line(
            String type,
            Label name,
            boolean mustBeDecided,
            int version,
            boolean ofProduct,
            @Nullable Integer draft,
            long running) {}

    /** What can be used in drawing a type's process. */
    @Schema(name = "ProcessWords")
    public record Words(List<FormField> fields, List<Named> facts, List<Named> roles) {}

    /** Something with a name. */
    @Schema(name = "ProcessNamed")
    public record Named(String code, Label name) {}

    /** A version, without the drawing. */
    @Schema(name = "ProcessVersion")
    public record Version(
            int version,
            String state,
            @Nullable String note,
            String madeBy,
            Instant madeAt,
            @Nullable String activatedBy,
            @Nullable Instant activatedAt) {}

    /**
     * A version that is drawn.
     *
     * @param names of people that it names, by id
     * @param outline the same in words, in Chinese
     */
    @Schema(name = "ProcessDrawing")
    public record Drawing(
            int version,
            String state,
            ProcessSketch sketch,
            Map<String, String> names,
            String outline,
            List<ProcessFinding> findings) {}

    private final RequestTypes types;
    private final Processes processes;
    private final ProcessVersions versions;
    private final CheckingProcesses checking;
    private final ProcessOutline outline;
    private final Roles roles;
    private final Directory directory;
    private final Audit audit;

    ProcessDesk(
            RequestTypes types,
            Processes processes,
            ProcessVersions versions,
            CheckingProcesses checking,
            ProcessOutline outline,
            Roles roles,
            Directory directory,
            Audit audit) {
        this.types = types;
        this.processes = processes;
        this.versions = versions;
        this.checking = checking;
        this.outline = outline;
        this.roles = roles;
        this.directory = directory;
        this.audit = audit;
    }

    /** Every type that can be submitted. */
    public List<Line> list() {
        Map<String, Standing> standings = versions.standings();
        return types.listAll().stream()
                .map(
                        type ->
                                line(
                                        type,
                                        standings.getOrDefault(
                                                type.code(), Standing.none(type.code()))))
                .toList();
    }

    private static Line line(RequestType type, Standing standing) {
        return new Line(
                type.code(),
                type.name(),
                type.mustBeDecided(),
                standing.active(),
                standing.brought(),
                standing.draft(),
                standing.running());
    }

    /** What a drawing of the type's process can name, or a {@code not-found} problem. */
    public Words words(String code) {
        RequestType type = types.get(code);
        return new Words(
                type.form().fields(),
                Stream.concat(FACTS.entrySet().stream(), type.factLabels().entrySet().stream())
                        .map(fact -> new Named(fact.getKey(), fact.getValue()))
                        .sorted(Comparator.comparing(Named::code))
                        .toList(),
                roles.list().stream()
                        .map(role -> new Named(role.code(), Label.of(role.zh(), role.en())))
                        .toList());
    }

    /** The newest first. */
    public List<Version> versions(String code) {
        types.get(code);
        return versions.list(code).stream().map(this::version).toList();
    }

    private Version version(ProcessVersions.Row row) {
        return new Version(
                row.version(),
                row.state(),
                row.note(),
                name(row.madeBy()),
                row.madeAt().toInstant(),
                row.activatedBy() == null ? null : name(row.activatedBy()),
                instant(row.activatedAt()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private String name(UUID person) {
        return person.equals(Actor.SYSTEM.id()) ? "" : directory.personName(person);
    }

    /** One version; 0 is what new requests run by now. */
    public Drawing read(String code, int version) {
        RequestType type = types.get(code);
        if (version == 0) {
            return drawing(type, 0, "ACTIVE", processes.current(type));
        }
        ProcessVersions.Row row = versions.get(code, version);
        return drawing(type, version, row.state(), Bpmn.read(row.bpmn()));
    }

    private Drawing drawing(RequestType type, int version, String state, ProcessTree tree) {
        ProcessSketch sketch = Sketching.of(tree);
        return new Drawing(
                version,
                state,
                sketch,
                names(tree),
                outline.of(tree),
                checking.check(type, sketch));
    }

    private Map<String, String> names(ProcessTree tree) {
        return tree.steps().stream()
                .flatMap(step -> step.approvers().stream())
                .flatMap(a -> a instanceof Approver.Person p ? Stream.of(p.id()) : Stream.empty())
                .distinct()
                .collect(Collectors.toMap(UUID::toString, directory::personName));
    }

    /** A version as BPMN 2.0; 0 is what new requests run by now. */
    public String bpmn(String code, int version) {
        RequestType type = types.get(code);
        return version == 0
                ? Bpmn.write(code, type.name().zh(), processes.current(type))
                : versions.get(code, version).bpmn();
    }

    /** What is wrong with a drawing. */
    public List<ProcessFinding> check(String code, ProcessSketch sketch) {
        return checking.check(types.get(code), sketch);
    }

    /**
     * Keeps a drawing as a new version that waits to come into force.
     *
     * @throws Problem {@code process-broken} with the first error, {@code not-found}
     */
    @Transactional
    public Drawing save(Actor by, String code, ProcessSketch sketch, String note) {
        RequestType type = types.get(code);
        ProcessTree tree = checking.tree(type, sketch);
        versions.lock(code);
        String before = outline.of(processes.current(type));
        int version =
                versions.add(code, Bpmn.write(code, type.name().zh(), tree), note.strip(), by.id());
        audit.record(
                about(by, ApprovalAct.PROCESS_SAVED, versions.get(code, version), type)
                        .reason(note.strip())
                        .changed("process", before, outline.of(tree)));
        return read(code, version);
    }

    /**
     * The waiting version is given up; it stays in the list of versions.
     *
     * @throws Problem {@code not-found}
     */
    @Transactional
    public void discard(Actor by, String code) {
        RequestType type = types.get(code);
        versions.lock(code);
        ProcessVersions.Row draft =
                versions.list(code).stream()
                        .filter(row -> row.state().equals("DRAFT"))
                        .findFirst()
                        .orElseThrow(Problem::notFound);
        versions.discard(code);
        audit.record(about(by, ApprovalAct.PROCESS_DISCARDED, draft, type));
    }

    private static Entry about(
            Actor by, ApprovalAct act, ProcessVersions.Row row, RequestType type) {
        return Entry.of(by, act)
                .subject("process", row.id(), type.name().zh() + " 第 " + row.version() + " 版");
    }
}
