package org.kedang.notice.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.Version;
import org.kedang.notice.Choice;
import org.kedang.notice.Choosing;
import org.kedang.notice.Choosing.NoticeChoices;
import org.kedang.notice.Habits;
import org.kedang.notice.Notice;
import org.kedang.notice.Notices;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** One's own notices, and how one wants to hear of things. */
@RestController
class NoticeController {
    record NoticeChoiceRequest(
            @PlainText(max = 100, required = true) String kind, boolean inPage, boolean byMail) {}

    /** Times of day are those of Shanghai. */
    record NoticeChoicesRequest(
            @Nullable @PlainText(max = 254) String mail,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietUntil,
            @Nullable LocalTime digestAt,
            @NotNull List<@Valid NoticeChoiceRequest> choices) {}

    private final Notices notices;
    private final Choosing choosing;
    private final NoticeStream stream;

    NoticeController(Notices notices, Choosing choosing, NoticeStream stream) {
        this.notices = notices;
        this.choosing = choosing;
        this.stream = stream;
    }

    @SignedIn
    @GetMapping("/api/notices")
    Listing<Notice> listNotices(
            @RequestParam(defaultValue = "false") boolean unread, Paging paging, Actor actor) {
        return notices.list(actor, unread, paging);
    }

    /** Events {@code unread}: how many are not read, up to 100, whenever that changes. */
    @SignedIn
    @GetMapping(path = "/api/notices/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter streamNotices(Actor actor) {
        return stream.open(actor.id());
    }

    @SignedIn
    @PostMapping("/api/notices/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markRead(@PathVariable UUID id, Actor actor) {
        notices.read(actor, id);
    }

    @SignedIn
    @PostMapping("/api/notices/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void markAllRead(Actor actor) {
        notices.readAll(actor);
    }

    @SignedIn
    @GetMapping("/api/notice-choices")
    NoticeChoices readChoices(Actor actor) {
        return choosing.choices(actor.id());
    }

    @SignedIn
    @PutMapping("/api/notice-choices")
    NoticeChoices putChoices(
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NoticeChoicesRequest request,
            Actor actor) {
        Version base = Version.ofIfMatch(ifMatch);
        String mail = request.mail() == null || request.mail().isBlank() ? null : request.mail();
        choosing.choose(
                actor,
                base,
                new Habits(
                        base.number(),
                        mail == null ? null : mail.strip(),
                        request.quietFrom(),
                        request.quietUntil(),
                        request.digestAt()),
                request.choices().stream()
                        .map(one -> new Choice(one.kind(), one.inPage(), one.byMail()))
                        .toList());
        return choosing.choices(actor.id());
    }
}
