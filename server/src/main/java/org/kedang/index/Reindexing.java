package org.kedang.index;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

import java.util.concurrent.CompletableFuture;

/**
 * With {@code kedang.reindex=true} the server builds its index anew, says how far it is, and ends.
 */
@Component
@ConditionalOnBooleanProperty("kedang.reindex")
class Reindexing implements ApplicationRunner {
    private static final long A_SECOND = 1_000;

    private final IndexUpkeep upkeep;
    private final ConfigurableApplicationContext application;

    Reindexing(IndexUpkeep upkeep, ConfigurableApplicationContext application) {
        this.upkeep = upkeep;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        Progress progress = new Progress();
        CompletableFuture<Void> work =
                CompletableFuture.runAsync(() -> upkeep.rebuildNow(progress));
        while (!work.isDone()) {
            tell(progress, "…");
            Thread.sleep(A_SECOND);
        }
        boolean complete = upkeep.health().complete();
        tell(progress, complete ? "完成 done" : "失败，见日志 failed, see the log");
        SpringApplication.exit(application, () -> complete ? 0 : 1);
        Runtime.getRuntime().exit(complete ? 0 : 1);
    }

    @SuppressWarnings("SystemOut") // meant for the person at the console
    private static void tell(Progress progress, String end) {
        System.out.println(
                "  索引 index  " + progress.done() + " / " + progress.expected() + "  " + end);
    }
}
