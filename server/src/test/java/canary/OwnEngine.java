package canary;

import org.flowable.engine.RuntimeService;

/** Goes past the approval module to the engine; the architecture test must notice. */
class OwnEngine {
    RuntimeService engine() {
        throw new UnsupportedOperationException();
    }
}
