package org.kedang.preference.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.preference.Topic;
import org.kedang.preference.Topics;
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

/** The topics of preferences, which the system administrator keeps. */
@RestController
class TopicController {
    record TopicList(List<Topic> items) {}

    record TopicRequest(
            @PlainText(max = 60, required = true) String nameZh,
            @PlainText(max = 120, required = true) String nameEn,
            @Min(value = 0, message = "out-of-range:0–1000")
                    @Max(value = 1000, message = "out-of-range:0–1000")
                    int place,
            @Nullable Boolean closed) {}

    private final Topics topics;

    TopicController(Topics topics) {
        this.topics = topics;
    }

    @SignedIn
    @GetMapping("/api/preference-topics")
    TopicList listTopics() {
        return new TopicList(topics.list());
    }

    @Requires(Permission.DEPARTMENT_MANAGE)
    @PostMapping("/api/preference-topics")
    @ResponseStatus(HttpStatus.CREATED)
    Topic addTopic(@Valid @RequestBody TopicRequest request, Actor actor) {
        return topics.add(actor, request.nameZh(), request.nameEn(), request.place());
    }

    /** A closed topic stays with what was written under it. */
    @Requires(Permission.DEPARTMENT_MANAGE)
    @PutMapping("/api/preference-topics/{id}")
    Topic changeTopic(
            @PathVariable UUID id, @Valid @RequestBody TopicRequest request, Actor actor) {
        return topics.change(
                actor,
                new Topic(
                        id,
                        request.nameZh().strip(),
                        request.nameEn().strip(),
                        request.place(),
                        Boolean.TRUE.equals(request.closed())));
    }
}
