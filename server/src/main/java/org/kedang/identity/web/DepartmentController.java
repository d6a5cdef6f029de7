package org.kedang.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Departments;
import org.kedang.identity.MergingDepartments;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.StepUp;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
class DepartmentController {
    record DepartmentTree(List<Departments.Node> items) {}

    record DepartmentChange(
            @PlainText(max = 60, required = true) String name,
            @Nullable UUID parentId,
            @Nullable UUID headId) {}

    record Merging(
            @NotNull(message = "required") UUID into,
            @Nullable @PlainText(max = 200) String reason) {}

    record DepartmentClosing(@Nullable @PlainText(max = 200) String reason) {}

    private final Departments departments;
    private final MergingDepartments merging;

    DepartmentController(Departments departments, MergingDepartments merging) {
        this.departments = departments;
        this.merging = merging;
    }

    @Requires(Permission.DEPARTMENT_MANAGE)
    @GetMapping("/api/departments/tree")
    DepartmentTree readTree() {
        return new DepartmentTree(departments.listTree());
    }

    @Requires(Permission.DEPARTMENT_MANAGE)
    @PutMapping("/api/departments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeDepartment(
            @PathVariable UUID id, @Valid @RequestBody DepartmentChange request, Actor actor) {
        departments.change(actor, id, request.name().strip(), request.parentId(), request.headId());
    }

    /** What a merger would move: numbers only. */
    @Requires(Permission.DEPARTMENT_MANAGE)
    @GetMapping("/api/departments/{id}/estate")
    MergingDepartments.Estate readEstate(@PathVariable UUID id) {
        return merging.count(id);
    }

    @Requires(Permission.DEPARTMENT_MANAGE)
    @StepUp
    @PostMapping("/api/departments/{id}/merge")
    MergingDepartments.Estate mergeDepartment(
            @PathVariable UUID id, @Valid @RequestBody Merging request, Actor actor) {
        return merging.merge(actor, id, request.into(), request.reason());
    }

    @Requires(Permission.DEPARTMENT_MANAGE)
    @PostMapping("/api/departments/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closeDepartment(
            @PathVariable UUID id, @Valid @RequestBody DepartmentClosing request, Actor actor) {
        merging.close(actor, id, request.reason());
    }
}
