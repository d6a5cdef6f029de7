package org.kedang.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.kedang.identity.Position;
import org.kedang.identity.Positions;
import org.kedang.kernel.Actor;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@RestController
class PositionController {
    record NewPosition(
            @NotNull(message = "required")
                    @Pattern(regexp = "[A-Z0-9_]{1,20}", message = "position-code")
                    String code,
            @PlainText(max = 60, required = true) String name) {}

    record PositionName(@PlainText(max = 60, required = true) String name) {}

    record PositionRoles(
            @NotNull(message = "required") @Size(max = 10, message = "too-many:10")
                    Set<String> roles) {}

    record PositionList(List<Position> items) {}

    private final Positions positions;

    PositionController(Positions positions) {
        this.positions = positions;
    }

    /** What chairs are called is no secret inside the house. */
    @SignedIn
    @GetMapping("/api/positions")
    PositionList listPositions() {
        return new PositionList(positions.list());
    }

    @Requires(Permission.DEPARTMENT_MANAGE)
    @PostMapping("/api/positions")
    ResponseEntity<Position> addPosition(@Valid @RequestBody NewPosition request, Actor actor) {
        Position position = positions.add(actor, request.code(), request.name());
        return ResponseEntity.created(URI.create("/api/positions/" + position.id())).body(position);
    }

    @Requires(Permission.DEPARTMENT_MANAGE)
    @PutMapping("/api/positions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void renamePosition(
            @PathVariable UUID id, @Valid @RequestBody PositionName request, Actor actor) {
        positions.rename(actor, id, request.name().strip());
    }

    @Requires(Permission.DEPARTMENT_MANAGE)
    @PostMapping("/api/positions/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void closePosition(@PathVariable UUID id, Actor actor) {
        positions.close(actor, id);
    }

    @Requires(Permission.DEPARTMENT_MANAGE)
    @PostMapping("/api/positions/{id}/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopenPosition(@PathVariable UUID id, Actor actor) {
        positions.reopen(actor, id);
    }

    @Requires(Permission.ROLE_GRANT)
    @StepUp
    @PutMapping("/api/positions/{id}/roles")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeRolesOfPosition(
            @PathVariable UUID id, @Valid @RequestBody PositionRoles request, Actor actor) {
        positions.changeRoles(actor, id, request.roles(), null);
    }
}
