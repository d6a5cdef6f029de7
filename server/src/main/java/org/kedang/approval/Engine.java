package org.kedang.approval;

import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.repository.Deployment;
import org.flowable.task.api.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * Where a request stands in its process. The engine takes part in the transaction of whoever calls.
 */
@Component
class Engine {
    private final RepositoryService definitions;
    private final RuntimeService runtime;
    private final TaskService tasks;

    Engine(
            @Lazy RepositoryService definitions,
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks) {
        this.definitions = definitions;
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Makes a process known; by the id it can be begun from now on. */
    String deploy(String key, String bpmn) {
        Deployment deployment =
                definitions
                        .createDeployment()
                        .name(key)
                        .addString(key + ".bpmn20.xml", bpmn)
                        .deploy();
        return definitions
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .singleResult()
                .getId();
    }

    /**
     * Begins a process.
     *
     * @param ways the path that each branch takes
     */
    String begin(String definition, Map<String, Integer> ways) {
        return runtime.startProcessInstanceById(definition, Map.copyOf(ways)).getId();
    }

    /** The steps where it stands; none if it has come to the end. */
    List<String> standing(String instance) {
        return tasks.createTaskQuery().processInstanceId(instance).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** The path that each branch takes, as it was begun with. */
    Map<String, Object> ways(String instance) {
        return runtime.getVariables(instance);
    }

    /** The step is done; the process goes on. */
    void pass(String instance, String step) {
        tasks.complete(
                tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .taskDefinitionKey(step)
                        .singleResult()
                        .getId());
    }

    /** Wherever it stands, it stands at this step now. */
    void jump(String instance, String step) {
        runtime.createChangeActivityStateBuilder()
                .processInstanceId(instance)
                .moveActivityIdsToSingleActivityId(standing(instance), step)
                .changeState();
    }

    /** It is over before its end. */
    void stop(String instance) {
        runtime.deleteProcessInstance(instance, null);
    }
}
