package org.kedang.oversight.web;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.oversight.Activity;
import org.kedang.oversight.ActivityFigures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.UUID;

@RestController
class ActivityController {
    private final Activity activity;

    ActivityController(Activity activity) {
        this.activity = activity;
    }

    /** Figures of what everybody, or one person, did from one day to another. */
    @Requires(Permission.AUDIT_READ)
    @GetMapping("/api/activity")
    ActivityFigures activity(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable UUID actorId,
            Actor actor) {
        return activity.read(actor, from, to, actorId);
    }
}
