package org.kedang.privacy.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.Version;
import org.kedang.privacy.Letter;
import org.kedang.privacy.LetterHandover;
import org.kedang.privacy.LetterTemplate;
import org.kedang.privacy.LetterTemplateFields;
import org.kedang.privacy.Letters;
import org.kedang.privacy.WritingLetters;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@RestController
class LetterController {
    record LetterTemplateList(List<LetterTemplate> items) {}

    record LetterList(List<Letter> items) {}

    record NewLetter(@NotNull(message = "required") UUID templateId) {}

    private final WritingLetters writing;
    private final Letters letters;

    LetterController(WritingLetters writing, Letters letters) {
        this.writing = writing;
        this.letters = letters;
    }

    @SignedIn
    @GetMapping("/api/letter-templates")
    LetterTemplateList listTemplates() {
        return new LetterTemplateList(letters.listTemplates());
    }

    @Requires(Permission.PRIVACY_MANAGE)
    @PostMapping("/api/letter-templates")
    ResponseEntity<LetterTemplate> addTemplate(
            @Valid @RequestBody LetterTemplateFields request, Actor actor) {
        LetterTemplate added = writing.addTemplate(actor, request);
        return ResponseEntity.created(URI.create("/api/letter-templates/" + added.id()))
                .body(added);
    }

    @Requires(Permission.PRIVACY_MANAGE)
    @PutMapping("/api/letter-templates/{id}")
    LetterTemplate changeTemplate(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody LetterTemplateFields request,
            Actor actor) {
        return writing.changeTemplate(actor, id, Version.ofIfMatch(ifMatch).number(), request);
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{id}/letters")
    LetterList list(@PathVariable UUID id, Actor actor) {
        return new LetterList(writing.list(actor, id));
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/customers/{id}/letters")
    ResponseEntity<Letter> prepare(
            @PathVariable UUID id, @Valid @RequestBody NewLetter request, Actor actor) {
        Letter letter = writing.prepare(actor, id, request.templateId());
        return ResponseEntity.created(URI.create("/api/letters/" + letter.id())).body(letter);
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/letters/{id}")
    Letter get(@PathVariable UUID id, Actor actor) {
        return writing.get(actor, id);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/letters/{id}/handover")
    Letter handOver(
            @PathVariable UUID id, @Valid @RequestBody LetterHandover request, Actor actor) {
        return writing.handOver(actor, id, request);
    }
}
