package org.kedang.export.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.kedang.export.AskingForExports;
import org.kedang.export.AskingForExports.Outlook;
import org.kedang.export.AskingForExports.Wish;
import org.kedang.export.CustomerExport;
import org.kedang.export.ExportSelection;
import org.kedang.export.FetchingExports;
import org.kedang.export.FetchingExports.ExportFile;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.storage.ContentAnswer;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.net.URI;
import java.util.UUID;

@RestController
class ExportController {
    private final AskingForExports asking;
    private final FetchingExports fetching;

    ExportController(AskingForExports asking, FetchingExports fetching) {
        this.asking = asking;
        this.fetching = fetching;
    }

    /** How many customers a file would hold, and whether somebody must agree. */
    @Requires(Permission.CUSTOMER_READ)
    @PostMapping("/api/customer-exports/preview")
    Outlook look(@Valid @RequestBody ExportSelection selection, Actor actor) {
        return asking.look(actor, selection);
    }

    /** Asks for a file; where nobody must agree it is ready at once. */
    @Requires(Permission.CUSTOMER_READ)
    @PostMapping("/api/customer-exports")
    ResponseEntity<CustomerExport> ask(@Valid @RequestBody Wish wish, Actor actor) {
        CustomerExport export = asking.ask(actor, wish);
        return ResponseEntity.created(URI.create("/api/customer-exports/" + export.id()))
                .body(export);
    }

    /** One's own. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customer-exports")
    Listing<CustomerExport> list(Paging paging, Actor actor) {
        return fetching.list(actor, paging);
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customer-exports/{id}/file")
    ResponseEntity<Resource> fetch(@PathVariable UUID id, Actor actor, HttpServletRequest request)
            throws IOException {
        ExportFile file = fetching.fetch(actor, id);
        return ContentAnswer.of(request, file.bytes(), file.name(), file.sha256(), false);
    }
}
