package org.kedang.signin.web;

import jakarta.servlet.http.HttpServletRequest;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.kedang.signin.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** Live sessions: one's own, and for administrators everybody's. */
@RestController
class LiveSessionController {
    record LiveSessionList(List<Sessions.LiveSession> items) {}

    private final Sessions sessions;

    LiveSessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @SignedIn
    @GetMapping("/api/session/live")
    LiveSessionList listOwn(Actor actor, HttpServletRequest request) {
        return new LiveSessionList(sessions.listOwn(actor, SessionDoor.current(request)));
    }

    @SignedIn
    @DeleteMapping("/api/session/live/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOwn(@PathVariable UUID id, Actor actor) {
        sessions.endOwn(actor, id);
    }

    /** All of one's own but the one that asks. */
    @SignedIn
    @DeleteMapping("/api/session/live")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(Actor actor, HttpServletRequest request) {
        sessions.endOthers(actor, SessionDoor.current(request));
    }

    @SignedIn
    @PostMapping("/api/session/new-sign-ins/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(Actor actor) {
        sessions.seen(actor);
    }

    @Requires(Permission.PERSON_MANAGE)
    @GetMapping("/api/sessions")
    Listing<Sessions.OnlineSession> listOnline(Paging paging, HttpServletRequest request) {
        return sessions.listOnline(paging, SessionDoor.current(request));
    }

    @Requires(Permission.PERSON_MANAGE)
    @StepUp
    @DeleteMapping("/api/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, Actor actor) {
        sessions.end(actor, id);
    }
}
