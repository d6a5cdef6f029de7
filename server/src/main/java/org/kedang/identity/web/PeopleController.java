package org.kedang.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.AccountState;
import org.kedang.identity.Department;
import org.kedang.identity.Directory;
import org.kedang.identity.Employment;
import org.kedang.identity.ManagingPeople;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@RestController
class PeopleController {
    static final String USER_NAME = "[a-z][a-z0-9._-]{1,39}";

    record NewPersonRequest(
            @NotNull(message = "required") @Pattern(regexp = USER_NAME, message = "user-name")
                    String userName,
            @PlainText(max = 60, required = true) String name,
            @NotNull(message = "required") UUID departmentId) {}

    record InitialPassword(String initialPassword) {}

    record NewDepartment(
            @NotNull(message = "required")
                    @Pattern(regexp = "[A-Z0-9]{1,8}", message = "department-code")
                    String code,
            @PlainText(max = 60, required = true) String name,
            @Nullable UUID parentId) {}

    record DepartmentList(List<Department> items) {}

    record RoleList(List<ManagingPeople.RoleView> items) {}

    private final ManagingPeople people;
    private final Directory directory;

    PeopleController(ManagingPeople people, Directory directory) {
        this.people = people;
        this.directory = directory;
    }

    /** A picker for everyone; with account state and rights for those who manage or grant. */
    @SignedIn
    @GetMapping("/api/people")
    Listing<ManagingPeople.PersonView> listPeople(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID departmentId,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam(required = false) @Nullable UUID groupId,
            @RequestParam(required = false) @Nullable AccountState state,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable Employment employment,
            Paging paging,
            Actor actor) {
        boolean detailed = actor.may(Permission.PERSON_MANAGE) || actor.may(Permission.ROLE_GRANT);
        return people.list(
                new ManagingPeople.Filter(q, departmentId, below, groupId, state, role, employment),
                detailed,
                paging);
    }

    @Requires(Permission.PERSON_MANAGE)
    @PostMapping("/api/people")
    ResponseEntity<ManagingPeople.NewPerson> addPerson(
            @Valid @RequestBody NewPersonRequest request, Actor actor) {
        ManagingPeople.NewPerson person =
                people.add(actor, request.userName(), request.name(), request.departmentId());
        return ResponseEntity.created(URI.create("/api/people/" + person.id())).body(person);
    }

    @Requires(Permission.PERSON_MANAGE)
    @PostMapping("/api/people/{id}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable UUID id, Actor actor) {
        people.unlock(actor, id);
    }

    @Requires(Permission.PERSON_MANAGE)
    @StepUp
    @PostMapping("/api/people/{id}/password-reset")
    InitialPassword resetPassword(@PathVariable UUID id, Actor actor) {
        return new InitialPassword(people.resetPassword(actor, id));
    }

    @SignedIn
    @GetMapping("/api/departments")
    DepartmentList listDepartments() {
        return new DepartmentList(directory.listDepartments());
    }

    @Requires(Permission.DEPARTMENT_MANAGE)
    @PostMapping("/api/departments")
    ResponseEntity<Department> addDepartment(
            @Valid @RequestBody NewDepartment request, Actor actor) {
        Department department =
                people.addDepartment(actor, request.code(), request.name(), request.parentId());
        return ResponseEntity.created(URI.create("/api/departments/" + department.id()))
                .body(department);
    }

    @SignedIn
    @GetMapping("/api/roles")
    RoleList listRoles() {
        return new RoleList(people.listRoles());
    }
}
