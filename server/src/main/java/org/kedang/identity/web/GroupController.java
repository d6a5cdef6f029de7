package org.kedang.identity.web;

import jakarta.validation.Valid;

import org.kedang.identity.Groups;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@RestController
class GroupController {
    record GroupName(@PlainText(max = 40, required = true) String name) {}

    record GroupList(List<Groups.Group> items) {}

    private final Groups groups;

    GroupController(Groups groups) {
        this.groups = groups;
    }

    @Requires(Permission.PERSON_MANAGE)
    @GetMapping("/api/groups")
    GroupList listGroups() {
        return new GroupList(groups.list());
    }

    @Requires(Permission.PERSON_MANAGE)
    @GetMapping("/api/people/{id}/groups")
    GroupList listGroupsOfPerson(@PathVariable UUID id) {
        return new GroupList(groups.listOf(id));
    }

    @Requires(Permission.PERSON_MANAGE)
    @PostMapping("/api/groups")
    ResponseEntity<Groups.Group> addGroup(@Valid @RequestBody GroupName request, Actor actor) {
        Groups.Group group = groups.add(actor, request.name().strip());
        return ResponseEntity.created(URI.create("/api/groups/" + group.id())).body(group);
    }

    @Requires(Permission.PERSON_MANAGE)
    @PutMapping("/api/groups/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renameGroup(@PathVariable UUID id, @Valid @RequestBody GroupName request, Actor actor) {
        groups.rename(actor, id, request.name().strip());
    }

    @Requires(Permission.PERSON_MANAGE)
    @DeleteMapping("/api/groups/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeGroup(@PathVariable UUID id, Actor actor) {
        groups.remove(actor, id);
    }
}
