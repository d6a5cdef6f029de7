package org.kedang.approval;

import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.Process;
import org.flowable.engine.impl.bpmn.parser.BpmnParse;
import org.flowable.engine.impl.bpmn.parser.handler.AbstractBpmnParseHandler;

/** Lets the engine read all of a running request at once instead of piece by piece. */
class EagerProcesses extends AbstractBpmnParseHandler<Process> {
    @Override
    protected Class<? extends BaseElement> getHandledType() {
        return Process.class;
    }

    @Override
    protected void executeParse(BpmnParse parse, Process process) {
        process.setEnableEagerExecutionTreeFetching(true);
    }
}
