package org.kedang.audit;

import jakarta.annotation.PreDestroy;

import org.kedang.audit.Sealer.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Seals every second, and without a pause while there is a backlog. */
@Component
class SealClock {
    private static final Logger log = LoggerFactory.getLogger(SealClock.class);

    private final Sealing sealing;
    private final SealingSettings settings;
    private volatile boolean closed;
    private volatile Thread thread = Thread.currentThread();

    SealClock(Sealing sealing, SealingSettings settings) {
        this.sealing = sealing;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread = Thread.ofPlatform().name("audit-sealer").daemon().start(this::run);
    }

    private void run() {
        while (!closed) {
            try {
                if (sealing.tick() != Outcome.MORE) {
                    Thread.sleep(settings.every());
                }
            } catch (InterruptedException e) {
                log.debug("Asked to stop", e);
            }
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        if (thread != Thread.currentThread()) {
            thread.join(settings.every().plusSeconds(10));
            sealing.close();
        }
    }
}
