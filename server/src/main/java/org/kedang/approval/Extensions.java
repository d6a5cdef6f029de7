package org.kedang.approval;

import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.ExtensionAttribute;
import org.flowable.bpmn.model.ExtensionElement;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.form.Label;
import org.kedang.kernel.Permission;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What BPMN has no word for: who decides a step, how, by when, and what a branch compares. */
final class Extensions {
    static final String NAMESPACE = "https://kedang.org/bpmn";
    static final String PREFIX = "kedang";

    private Extensions() {}

    static ExtensionElement of(Step step) {
        ExtensionElement element = element("step");
        attribute(element, "en", step.name().en());
        attribute(element, "mode", step.mode().name());
        attribute(element, "share", Integer.toString(step.share()));
        term(element, "due", step.limits().due());
        term(element, "remind", step.limits().remind());
        term(element, "escalate", step.limits().escalate());
        term(element, "expire", step.limits().expire());
        step.approvers().forEach(approver -> element.addChildElement(of(approver)));
        return element;
    }

    static Step step(UserTask task) {
        ExtensionElement element = only(task, "step");
        return new Step(
                task.getId(),
                Label.of(task.getName(), get(element, "en")),
                Mode.valueOf(get(element, "mode")),
                Integer.parseInt(get(element, "share")),
                element.getChildElements().getOrDefault("approver", List.of()).stream()
                        .map(Extensions::approver)
                        .toList(),
                new Limits(
                        term(element, "due"),
                        term(element, "remind"),
                        term(element, "escalate"),
                        term(element, "expire")));
    }

    private static ExtensionElement of(Approver approver) {
        return switch (approver) {
            case Approver.Person p -> approver("person", p.id().toString());
            case Approver.Role r -> approver("role", r.code());
            case Approver.HolderOf h -> approver("permission", h.permission().name());
            case Approver.DepartmentHead d ->
                    approver("department-head", Integer.toString(d.levels()));
            case Approver.SubjectDepartmentHead ignored -> approver("subject-department-head", "");
            case Approver.OfType ignored -> approver("type", "");
            case Approver.Chosen ignored -> approver("chosen", "");
            case Approver.Field f -> approver("field", f.name());
        };
    }

    private static ExtensionElement approver(String by, String value) {
        ExtensionElement element = element("approver");
        attribute(element, "by", by);
        attribute(element, "value", value);
        return element;
    }

    private static Approver approver(ExtensionElement element) {
        String value = find(element, "value") == null ? "" : get(element, "value");
        return switch (get(element, "by")) {
            case "person" -> new Approver.Person(UUID.fromString(value));
            case "role" -> new Approver.Role(value);
            case "permission" -> new Approver.HolderOf(Permission.valueOf(value));
            case "department-head" -> new Approver.DepartmentHead(Integer.parseInt(value));
            case "subject-department-head" -> new Approver.SubjectDepartmentHead();
            case "type" -> new Approver.OfType();
            case "chosen" -> new Approver.Chosen();
            case "field" -> new Approver.Field(value);
            default -> throw new IllegalArgumentException("approver " + get(element, "by"));
        };
    }

    static ExtensionElement of(Condition condition) {
        ExtensionElement element = element("condition");
        attribute(element, "fact", condition.fact());
        attribute(element, "operator", condition.operator().name());
        attribute(element, "value", condition.value());
        return element;
    }

    static @Nullable Condition condition(BaseElement flow) {
        List<ExtensionElement> found =
                flow.getExtensionElements().getOrDefault("condition", List.of());
        return found.isEmpty()
                ? null
                : new Condition(
                        get(found.getFirst(), "fact"),
                        Condition.Operator.valueOf(get(found.getFirst(), "operator")),
                        get(found.getFirst(), "value"));
    }

    private static void term(ExtensionElement element, String name, @Nullable Term term) {
        if (term != null) {
            attribute(
                    element,
                    name,
                    term.count() + " " + term.unit().name().toLowerCase(Locale.ROOT));
        }
    }

    private static @Nullable Term term(ExtensionElement element, String name) {
        String text = find(element, name);
        if (text == null) {
            return null;
        }
        List<String> parts = List.of(text.split(" ", 2));
        return new Term(
                Integer.parseInt(parts.getFirst()),
                Term.Unit.valueOf(parts.getLast().toUpperCase(Locale.ROOT)));
    }

    private static ExtensionElement only(BaseElement element, String name) {
        return element.getExtensionElements().getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(element.getId() + " has no " + name));
    }

    private static ExtensionElement element(String name) {
        ExtensionElement element = new ExtensionElement();
        element.setName(name);
        element.setNamespace(NAMESPACE);
        element.setNamespacePrefix(PREFIX);
        return element;
    }

    private static void attribute(ExtensionElement element, String name, String value) {
        ExtensionAttribute attribute = new ExtensionAttribute(name);
        attribute.setValue(value);
        element.addAttribute(attribute);
    }

    private static @Nullable String find(ExtensionElement element, String name) {
        return element.getAttributeValue(null, name);
    }

    private static String get(ExtensionElement element, String name) {
        String value = find(element, name);
        if (value == null) {
            throw new IllegalArgumentException(element.getName() + " without " + name);
        }
        return value;
    }
}
