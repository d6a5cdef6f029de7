package org.kedang.approval;

import org.kedang.approval.ProcessTree.Branch;
import org.kedang.identity.Holders;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the way of a request when it is submitted, and keeps to it. */
@Component
class Routing {
    private final Processes processes;
    private final Engine engine;
    private final Holders holders;

    Routing(Processes processes, Engine engine, Holders holders) {
        this.processes = processes;
        this.engine = engine;
        this.holders = holders;
    }

    /** Where the engine begins with a request whose fields are these. */
    Engine.Standing begin(Request request, Map<String, Object> told) {
        Process process = processes.get(request.process());
        return engine.begin(process.definition(), ways(processes.tree(process), request, told));
    }

    /** The path that each branch takes for a request whose fields are these. */
    Map<String, Integer> ways(ProcessTree tree, Request request, Map<String, Object> told) {
        List<Branch> branches = tree.branches();
        if (branches.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> facts = facts(request, told);
        Map<String, Integer> ways = new HashMap<>();
        for (Branch branch : branches) {
            ways.put(Bpmn.variable(branch.id()), way(branch, facts));
        }
        return ways;
    }

    private Map<String, Object> facts(Request request, Map<String, Object> told) {
        Map<String, Object> facts = new HashMap<>(request.fields().all());
        facts.putAll(told);
        facts.put("requester.department", holders.departmentsAbove(request.department()));
        Subject subject = request.subject();
        if (subject != null && subject.department() != null) {
            facts.put("subject.department", holders.departmentsAbove(subject.department()));
        }
        return facts;
    }

    private static int way(Branch branch, Map<String, Object> facts) {
        for (int i = 0; i < branch.paths().size() - 1; i++) {
            Condition when = branch.paths().get(i).when();
            if (when != null && when.holds(facts)) {
                return i;
            }
        }
        return branch.paths().size() - 1;
    }

    /** The whole way, by the version that the request keeps. */
    ProcessTree tree(Request request) {
        return processes.tree(processes.get(request.process()));
    }
}
