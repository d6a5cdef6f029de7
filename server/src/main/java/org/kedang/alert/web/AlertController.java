package org.kedang.alert.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.alert.Alert;
import org.kedang.alert.Alerts;
import org.kedang.alert.RuleKind;
import org.kedang.alert.SettlingAlerts;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/**
 * Alerts for auditors, and for the security officer those about system and network administrators;
 * who is neither is refused.
 */
@RestController
class AlertController {
    record AlertWork(long open) {}

    record AlertNote(@Nullable @PlainText(max = 500, multiline = true) String note) {}

    record AlertClosing(
            @NotNull Alert.Conclusion conclusion,
            @PlainText(max = 500, required = true, multiline = true) String note) {}

    private final Alerts alerts;
    private final SettlingAlerts settling;

    AlertController(Alerts alerts, SettlingAlerts settling) {
        this.alerts = alerts;
        this.settling = settling;
    }

    @SignedIn
    @GetMapping("/api/alerts")
    Listing<Alert> listAlerts(
            @RequestParam(required = false) Alert.@Nullable State state,
            @RequestParam(required = false) @Nullable RuleKind kind,
            @RequestParam(required = false) @Nullable UUID personId,
            Paging paging,
            Actor actor) {
        return alerts.list(new Alerts.Question(state, kind, personId), paging, actor);
    }

    @SignedIn
    @GetMapping("/api/alerts/{id}")
    Alert readAlert(@PathVariable UUID id, Actor actor) {
        return alerts.get(id, actor);
    }

    /** What waits for the reader; 0 for who watches nobody. */
    @SignedIn
    @GetMapping("/api/alert-work")
    AlertWork countWork(Actor actor) {
        return new AlertWork(alerts.countOpen(actor));
    }

    @SignedIn
    @PostMapping("/api/alerts/{id}/acknowledge")
    Alert acknowledge(@PathVariable UUID id, @Valid @RequestBody AlertNote request, Actor actor) {
        settling.acknowledge(actor, id, request.note());
        return alerts.get(id, actor);
    }

    @SignedIn
    @PostMapping("/api/alerts/{id}/close")
    Alert close(@PathVariable UUID id, @Valid @RequestBody AlertClosing request, Actor actor) {
        settling.close(actor, id, request.conclusion(), request.note());
        return alerts.get(id, actor);
    }
}
