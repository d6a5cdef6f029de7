package org.kedang.identity.web;

import org.kedang.identity.ImportingPeople;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;

/** People from a sheet. A sheet is a request's body, which is never over 1 MB. */
@RestController
class ImportController {
    private static final String SHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportingPeople importing;

    ImportController(ImportingPeople importing) {
        this.importing = importing;
    }

    @Requires(Permission.PERSON_MANAGE)
    @GetMapping(path = "/api/people/import/template", produces = SHEET)
    ResponseEntity<byte[]> readTemplate() {
        return sheet("人员导入模板.xlsx", importing.template());
    }

    /** A dry run: what would come in, and what is wrong where. */
    @Requires(Permission.PERSON_MANAGE)
    @PostMapping(path = "/api/people/import/check", consumes = SHEET)
    ImportingPeople.Check checkSheet(@RequestBody byte[] sheet) {
        return importing.check(sheet);
    }

    /** Answers with the first passwords, which are shown this once. */
    @Requires(Permission.PERSON_MANAGE)
    @PostMapping(path = "/api/people/import", consumes = SHEET, produces = SHEET)
    ResponseEntity<byte[]> importSheet(@RequestBody byte[] sheet, Actor actor) {
        return sheet("初始密码.xlsx", importing.importAll(actor, sheet));
    }

    private static ResponseEntity<byte[]> sheet(String name, byte[] bytes) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }
}
