package org.kedang.savedview.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.kedang.kernel.Actor;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.SignedIn;
import org.kedang.savedview.SavedView;
import org.kedang.savedview.SavedViews;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One's own saved views. */
@RestController
class SavedViewController {
    record SavedViewList(List<SavedView> items) {}

    record NewSavedView(
            @NotNull(message = "required")
                    @Pattern(regexp = "[a-z][a-z-]{0,39}", message = "invalid-value")
                    String list,
            @PlainText(max = 40, required = true) String name,
            @NotNull(message = "required") @Size(max = 20, message = "too-many:20")
                    Map<
                                    @Pattern(
                                            regexp = "[A-Za-z][A-Za-z0-9]{0,39}",
                                            message = "invalid-value")
                                    String,
                                    @NotNull(message = "required") @PlainText(max = 200) String>
                            query) {}

    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    @SignedIn
    @GetMapping("/api/saved-views")
    SavedViewList list(@RequestParam String list, Actor actor) {
        return new SavedViewList(views.list(actor, list));
    }

    /** Keeps a view; one of that name is replaced. */
    @SignedIn
    @PostMapping("/api/saved-views")
    @ResponseStatus(HttpStatus.CREATED)
    SavedView keep(@Valid @RequestBody NewSavedView request, Actor actor) {
        return views.keep(actor, request.list(), request.name().strip(), request.query());
    }

    @SignedIn
    @DeleteMapping("/api/saved-views/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable UUID id, Actor actor) {
        views.forget(actor, id);
    }
}
