package org.kedang.operations.web;

import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.operations.Health;
import org.kedang.operations.HealthLine;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

@RestController
class HealthController {
    record HealthReport(List<HealthLine> items) {}

    private final Health health;

    HealthController(Health health) {
        this.health = health;
    }

    @Requires(Permission.HEALTH_READ)
    @GetMapping("/api/health")
    HealthReport check() {
        return new HealthReport(health.check());
    }
}
