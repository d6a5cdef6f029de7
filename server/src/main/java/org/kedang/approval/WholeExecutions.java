package org.kedang.approval;

import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.persistence.entity.data.impl.MybatisExecutionDataManager;

/** Reads all places of a running request in one statement instead of one after another. */
class WholeExecutions extends MybatisExecutionDataManager {
    WholeExecutions(ProcessEngineConfigurationImpl engine) {
        super(engine);
    }

    @Override
    protected boolean isExecutionTreeFetched(String id) {
        if (getEntityCache().findInCache(getManagedEntityClass(), id) == null) {
            getList(
                    "selectExecutionsWithSameRootProcessInstanceId",
                    id,
                    executionsWithSameRootProcessInstanceIdMatcher,
                    true);
        }
        return true;
    }
}
