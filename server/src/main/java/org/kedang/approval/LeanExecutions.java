package org.kedang.approval;

import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.impl.persistence.entity.ExecutionEntityManagerImpl;
import org.flowable.engine.impl.persistence.entity.data.ExecutionDataManager;
import org.flowable.engine.impl.util.ProcessDefinitionUtil;

/**
 * Where a request stands, and what is left behind when it goes on. Our processes have steps,
 * branches and lanes, so there are tasks and the ways of branches and nothing else: no jobs, no
 * subscriptions, no links. The engine would look for each of them whenever something ends, which
 * was a third of all statements of a decision.
 */
class LeanExecutions extends ExecutionEntityManagerImpl {
    LeanExecutions(ProcessEngineConfigurationImpl engine, ExecutionDataManager executions) {
        super(engine, executions);
    }

    @Override
    protected void deleteIdentityLinks(
            ExecutionEntity execution, CommandContext context, boolean listening) {}

    @Override
    protected void deleteJobs(
            ExecutionEntity execution,
            CommandContext context,
            boolean counting,
            boolean listening) {}

    @Override
    protected void deleteEventSubScriptions(
            ExecutionEntity execution, boolean counting, boolean listening) {}

    /** Only the whole request has variables: the ways that its branches take. */
    @Override
    protected void deleteVariables(
            ExecutionEntity execution,
            CommandContext context,
            boolean counting,
            boolean listening) {
        if (execution.isProcessInstanceType() && branches(execution)) {
            engineConfiguration
                    .getVariableServiceConfiguration()
                    .getVariableService()
                    .deleteVariablesByExecutionId(execution.getId());
        }
    }

    private static boolean branches(ExecutionEntity execution) {
        return !ProcessDefinitionUtil.getProcess(execution.getProcessDefinitionId())
                .findFlowElementsOfType(ExclusiveGateway.class)
                .isEmpty();
    }

    /** A task belongs to the place where it is done, never to the whole request. */
    @Override
    protected void deleteUserTasks(
            ExecutionEntity execution,
            String reason,
            CommandContext context,
            boolean counting,
            boolean listening) {
        if (!execution.isProcessInstanceType()) {
            super.deleteUserTasks(execution, reason, context, counting, listening);
        }
    }
}
