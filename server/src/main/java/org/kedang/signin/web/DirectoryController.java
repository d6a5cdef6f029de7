package org.kedang.signin.web;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.signin.Synchronising;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DirectoryController {
    /** Whether a directory is configured, and what the last run did. */
    record DirectoryState(boolean on, Synchronising.@Nullable Report last) {}

    private final Synchronising synchronising;

    DirectoryController(Synchronising synchronising) {
        this.synchronising = synchronising;
    }

    @Requires(Permission.PERSON_MANAGE)
    @GetMapping("/api/directory")
    DirectoryState state() {
        return new DirectoryState(synchronising.isOn(), synchronising.last().orElse(null));
    }

    @Requires(Permission.PERSON_MANAGE)
    @PostMapping("/api/directory/runs")
    Synchronising.Report run(Actor actor) {
        return synchronising.run(actor);
    }
}
