package org.kedang.notice.web;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Accounts;
import org.kedang.notice.Notices;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tells every open page how much its person has not read, as soon as that changes. One question to
 * the database every two seconds serves all pages of this node, so that it does not matter which
 * node wrote the notice.
 */
@Component
class NoticeStream implements SmartLifecycle {
    /** Then the browser comes again and is asked anew who it is. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    private static final Duration EVERY = Duration.ofSeconds(2);

    /**
     * Something is sent at least so often: proxies cut what is silent, and dead pages are found.
     */
    private static final int SILENT_TURNS = 10;

    /** What one open page was told last. */
    private static final class Page {
        private final UUID person;
        private long told = -1;
        private int silent;

        Page(UUID person) {
            this.person = person;
        }
    }

    private final Map<SseEmitter, Page> pages = new ConcurrentHashMap<>();
    private final Notices notices;
    private final Accounts accounts;
    private volatile @Nullable SimpleAsyncTaskScheduler turns;

    NoticeStream(Notices notices, Accounts accounts) {
        this.notices = notices;
        this.accounts = accounts;
    }

    SseEmitter open(UUID person) {
        SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        emitter.onCompletion(() -> pages.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(cause -> pages.remove(emitter));
        Page page = new Page(person);
        pages.put(emitter, page);
        tell(emitter, page, notices.countUnread(Set.of(person)));
        return emitter;
    }

    private void tell() {
        var people = pages.values().stream().map(page -> page.person).collect(Collectors.toSet());
        Map<UUID, Long> unread = notices.countUnread(people);
        pages.forEach((emitter, page) -> tell(emitter, page, unread));
    }

    private void tell(SseEmitter emitter, Page page, Map<UUID, Long> unread) {
        synchronized (page) {
            try {
                if (accounts.find(page.person).isEmpty()) {
                    emitter.complete();
                    return;
                }
                long count = unread.getOrDefault(page.person, 0L);
                if (count != page.told) {
                    emitter.send(SseEmitter.event().name("unread").data(count));
                    page.told = count;
                    page.silent = 0;
                } else if (++page.silent >= SILENT_TURNS) {
                    emitter.send(SseEmitter.event().comment("here"));
                    page.silent = 0;
                }
            } catch (IOException | IllegalStateException e) {
                // the page is gone
                pages.remove(emitter);
            }
        }
    }

    @Override
    public void start() {
        SimpleAsyncTaskScheduler started = new SimpleAsyncTaskScheduler();
        started.setVirtualThreads(true);
        started.setThreadNamePrefix("notice-stream-");
        started.scheduleWithFixedDelay(this::tell, EVERY);
        turns = started;
    }

    /** Open pages would hold up a server that waits for its requests to end. */
    @Override
    public void stop() {
        SimpleAsyncTaskScheduler running = turns;
        turns = null;
        if (running != null) {
            running.close();
        }
        pages.keySet().forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return turns != null;
    }

    /** Stops before the web server does. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
