package org.kedang.approval;

import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.persistence.deploy.ProcessDefinitionCacheEntry;
import org.flowable.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.flowable.engine.impl.persistence.entity.data.impl.MybatisProcessDefinitionDataManager;

/**
 * What processes are like never changes once they are known. The engine would read them anew at
 * every beginning, to see whether they are suspended; ours never are.
 */
class KnownDefinitions extends MybatisProcessDefinitionDataManager {
    private final ProcessEngineConfigurationImpl engine;

    KnownDefinitions(ProcessEngineConfigurationImpl engine) {
        super(engine);
        this.engine = engine;
    }

    @Override
    public ProcessDefinitionEntity findById(String id) {
        ProcessDefinitionCacheEntry known = engine.getProcessDefinitionCache().get(id);
        return known != null && known.getProcessDefinition() instanceof ProcessDefinitionEntity one
                ? one
                : super.findById(id);
    }
}
