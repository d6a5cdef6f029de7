package org.kedang.approval;

import org.flowable.common.engine.impl.interceptor.CommandContext;
import org.flowable.common.engine.impl.persistence.cache.EntityCache;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.repository.Deployment;
import org.flowable.task.api.Task;
import org.flowable.task.service.impl.persistence.entity.TaskEntityImpl;
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
    private final ManagementService management;

    Engine(
            @Lazy RepositoryService definitions,
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            @Lazy ManagementService management) {
        this.definitions = definitions;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
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
     * Where something stands.
     *
     * @param steps none if it has come to the end
     */
    record Standing(String instance, List<String> steps) {}

    /**
     * Begins a process.
     *
     * @param ways the path that each branch takes
     */
    Standing begin(String definition, Map<String, Integer> ways) {
        return management.executeCommand(
                context -> {
                    String instance =
                            runtime.startProcessInstanceById(definition, Map.copyOf(ways)).getId();
                    return new Standing(instance, known(context, instance));
                });
    }

    /** What this command has seen or made of it, which saves asking the database once more. */
    private static List<String> known(CommandContext context, String instance) {
        return context.getSession(EntityCache.class).findInCache(TaskEntityImpl.class).stream()
                .filter(task -> task.getProcessInstanceId().equals(instance) && !task.isDeleted())
                .map(TaskEntityImpl::getTaskDefinitionKey)
                .sorted()
                .toList();
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

    /** The step is done; the process goes on, to these steps or to its end. */
    List<String> pass(String instance, String step) {
        return management.executeCommand(
                context -> {
                    tasks.complete(
                            tasks.createTaskQuery().processInstanceId(instance).list().stream()
                                    .filter(task -> task.getTaskDefinitionKey().equals(step))
                                    .findFirst()
                                    .orElseThrow()
                                    .getId());
                    return known(context, instance);
                });
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
