package org.kedang.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Post;
import org.kedang.identity.Posts;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@RestController
class PostController {
    record NewPost(
            @NotNull(message = "required") UUID departmentId,
            @NotNull(message = "required") UUID positionId,
            boolean main,
            @NotNull(message = "required") LocalDate since) {}

    record PostEnd(@Nullable LocalDate until, @Nullable @PlainText(max = 200) String reason) {}

    record PostId(UUID id) {}

    record PostList(List<Post> items) {}

    private final Posts posts;

    PostController(Posts posts) {
        this.posts = posts;
    }

    /** For those who manage or grant, and for oneself. */
    @SignedIn
    @GetMapping("/api/people/{id}/posts")
    PostList listPosts(@PathVariable UUID id, Actor actor) {
        boolean may =
                actor.id().equals(id)
                        || actor.may(Permission.PERSON_MANAGE)
                        || actor.may(Permission.ROLE_GRANT);
        if (!may) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        return new PostList(posts.listOf(id));
    }

    @Requires(Permission.ROLE_GRANT)
    @StepUp
    @PostMapping("/api/people/{id}/posts")
    ResponseEntity<PostId> assignPost(
            @PathVariable UUID id, @Valid @RequestBody NewPost request, Actor actor) {
        UUID post =
                posts.assign(
                        actor,
                        new Posts.Wish(
                                id,
                                request.departmentId(),
                                request.positionId(),
                                request.main(),
                                request.since()),
                        null);
        return ResponseEntity.created(URI.create("/api/people/" + id + "/posts"))
                .body(new PostId(post));
    }

    /** Posts that an import proposed. */
    @Requires(Permission.ROLE_GRANT)
    @GetMapping("/api/posts/proposed")
    PostList listProposedPosts() {
        return new PostList(posts.listProposed());
    }

    @Requires(Permission.ROLE_GRANT)
    @StepUp
    @PostMapping("/api/posts/{id}/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmPost(@PathVariable UUID id, Actor actor) {
        posts.confirm(actor, id, null);
    }

    @Requires(Permission.ROLE_GRANT)
    @PostMapping("/api/posts/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endPost(@PathVariable UUID id, @Valid @RequestBody PostEnd request, Actor actor) {
        posts.end(actor, id, request.until(), request.reason());
    }
}
