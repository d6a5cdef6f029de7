package org.kedang.approval;

import org.kedang.approval.Task.Origin;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.kedang.notice.Message;
import org.kedang.notice.Message.Wording;
import org.kedang.notice.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Tells people of requests, by type and number and never by what stands in them, and only those who
 * may read the request.
 */
@Component
class TellingOfRequests {
    private final Telling telling;
    private final RequestTypes types;
    private final Deputies deputies;
    private final Clock clock;

    TellingOfRequests(Telling telling, RequestTypes types, Deputies deputies, Clock clock) {
        this.telling = telling;
        this.types = types;
        this.deputies = deputies;
        this.clock = clock;
    }

    /** Within the transaction that asks them. */
    @EventListener
    void opened(TasksOpened opened) {
        Request request = opened.request();
        for (Task task : opened.tasks()) {
            ApprovalNotice kind =
                    task.origin() == Origin.GUARDIAN ? ApprovalNotice.GUARDED : ApprovalNotice.TASK;
            tell(askable(request, List.of(task.person())), kind, task.id().toString(), request);
        }
    }

    /** Those asked and those who stand in for them, but nobody who has a stake in it. */
    private Set<UUID> askable(Request request, Collection<UUID> asked) {
        Set<UUID> people = new LinkedHashSet<>(asked);
        if (!asked.isEmpty()) {
            people.addAll(deputies.standingInFor(asked));
        }
        people.removeIf(request::concerns);
        return people;
    }

    void urged(Request request, Collection<UUID> asked) {
        String key = request.id() + " " + clock.instant();
        tell(askable(request, asked), ApprovalNotice.URGED, key, request);
    }

    /** What the clock did with a step; from the due moment on the requester hears of it too. */
    void timed(Request request, UUID step, ApprovalNotice kind, Collection<UUID> asked) {
        Set<UUID> people = askable(request, asked);
        if (kind != ApprovalNotice.REMINDED) {
            people.add(request.requester());
        }
        tell(people, kind, step.toString(), request);
    }

    void returned(Request request) {
        String key = request.id() + " " + clock.instant();
        tell(List.of(request.requester()), ApprovalNotice.RETURNED, key, request);
    }

    /** The requester hears what others or the clock made of it. */
    void ended(Request request, ApprovalAct end, Actor by) {
        if (!request.requester().equals(by.id())) {
            tell(
                    List.of(request.requester()),
                    ApprovalNotice.ENDED,
                    message(
                            request,
                            request.id().toString(),
                            new Wording(end.words().zh(), end.words().en())));
        }
    }

    void copied(Request request, UUID person) {
        tell(List.of(person), ApprovalNotice.COPIED, request.id().toString(), request);
    }

    private void tell(Collection<UUID> people, ApprovalNotice kind, String key, Request request) {
        tell(
                people,
                kind,
                message(request, key, new Wording(kind.words().zh(), kind.words().en())));
    }

    private void tell(Collection<UUID> people, ApprovalNotice kind, Message message) {
        if (!people.isEmpty()) {
            telling.tell(people, kind, message);
        }
    }

    private Message message(Request request, String key, Wording what) {
        Label type =
                types.find(request.type())
                        .map(RequestType::name)
                        .orElse(Label.of(request.type(), request.type()));
        return new Message(
                key,
                new Wording(
                        "%s：%s %s".formatted(what.zh(), type.zh(), request.number()),
                        "%s: %s %s".formatted(what.en(), type.en(), request.number())),
                new Wording("请打开申请查看。", "Open the request to see it."),
                "/approvals/" + request.id());
    }
}
