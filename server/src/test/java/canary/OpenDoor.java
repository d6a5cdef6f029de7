package canary;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An endpoint that declares no permission, for the test of the rule; never part of the application.
 */
@RestController
class OpenDoor {
    @GetMapping("/canary")
    String open() {
        return "open";
    }
}
