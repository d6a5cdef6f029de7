package org.kedang.audit;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All kinds of deeds that the modules declare, by name. */
@Component
public class DeclaredActs {
    private final Map<String, Act> acts = new TreeMap<>();

    DeclaredActs(List<Acts> declared) {
        declared.forEach(some -> some.all().forEach(act -> acts.put(act.slug(), act)));
    }

    /** All of them, in the order of their names, so that those of one module are together. */
    public Collection<Act> all() {
        return List.copyOf(acts.values());
    }

    public Set<String> slugs() {
        return Set.copyOf(acts.keySet());
    }

    /** In Chinese; an act that a later version no longer knows keeps its name. */
    public String zh(String slug) {
        Act act = acts.get(slug);
        return act == null ? slug : act.zh();
    }

    public String en(String slug) {
        Act act = acts.get(slug);
        return act == null ? slug : act.en();
    }
}
