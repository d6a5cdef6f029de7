package org.kedang.search.web;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.SecrecyLevel;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.search.HitType;
import org.kedang.search.Hits;
import org.kedang.search.KeepingSearch;
import org.kedang.search.Search;
import org.kedang.search.SearchHealth;
import org.kedang.search.Searching;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.UUID;

@RestController
class SearchController {
    private final Searching searching;
    private final KeepingSearch keeping;

    SearchController(Searching searching, KeepingSearch keeping) {
        this.searching = searching;
        this.keeping = keeping;
    }

    /**
     * The one box; only what the asker may see is found, counted or shown. The search is kept in
     * the log.
     */
    @SignedIn
    @GetMapping("/api/search")
    Hits search(
            @RequestParam(defaultValue = "") @PlainText(max = 200, required = true) String q,
            @RequestParam(required = false) @Nullable HitType type,
            @RequestParam(required = false) @Nullable String classCode,
            @RequestParam(required = false) @Nullable SecrecyLevel secrecy,
            @RequestParam(required = false) @Nullable UUID departmentId,
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable LocalDate dateFrom,
            @RequestParam(required = false) @Nullable LocalDate dateTo,
            Paging paging,
            Actor actor) {
        return searching.search(
                actor,
                new Search(
                        q.strip(),
                        type,
                        classCode,
                        secrecy,
                        departmentId,
                        customerId,
                        dateFrom,
                        dateTo,
                        paging));
    }

    /** Builds the search index anew in the background; the state is that of the health page. */
    @Requires(Permission.HEALTH_READ)
    @PostMapping("/api/search/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SearchHealth rebuild(Actor actor) {
        return keeping.rebuild(actor);
    }
}
