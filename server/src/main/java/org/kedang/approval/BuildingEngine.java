package org.kedang.approval;

import org.flowable.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Builds the process engine as soon as everything else stands, and lets nothing close before. */
@Component
class BuildingEngine implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BuildingEngine.class);

    private final ObjectProvider<ProcessEngine> engine;
    private @Nullable Thread thread;

    BuildingEngine(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("process-engine").start(this::build);
    }

    private void build() {
        try {
            engine.getObject();
        } catch (RuntimeException e) {
            LOG.error("The process engine cannot be built: nothing can be approved", e);
        }
    }

    @Override
    public void stop() {
        Thread building = thread;
        thread = null;
        try {
            if (building != null) {
                building.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
