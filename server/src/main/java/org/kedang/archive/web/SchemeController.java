package org.kedang.archive.web;

import org.kedang.archive.Scheme;
import org.kedang.archive.Schemes;
import org.kedang.kernel.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SchemeController {
    private final Schemes schemes;

    SchemeController(Schemes schemes) {
        this.schemes = schemes;
    }

    /** Classes, retention periods and secrecy levels to file by. */
    @SignedIn
    @GetMapping("/api/scheme")
    Scheme scheme() {
        return schemes.current();
    }
}
