package org.kedang.search;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.index.FoundIds;
import org.kedang.index.FoundIds.FoundId;
import org.kedang.index.FoundThing;
import org.kedang.index.FoundThings;
import org.kedang.index.Highlighter;
import org.kedang.index.Question;
import org.kedang.index.SearchIndex;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Problem;
import org.kedang.search.Hit.Highlight;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Searches everything that the asker may see, and nothing else: neither hits nor counts nor
 * highlights tell of more.
 */
@Service
public class Searching {
    private final SearchIndex index;
    private final Visibilities visibilities;
    private final Audit audit;
    private final Map<String, FoundThings> kinds;

    Searching(SearchIndex index, Visibilities visibilities, Audit audit, List<FoundThings> kinds) {
        this.index = index;
        this.visibilities = visibilities;
        this.audit = audit;
        this.kinds = kinds.stream().collect(Collectors.toMap(FoundThings::kind, things -> things));
    }

    /**
     * Searches; the search is in the log before the answer is given.
     *
     * @throws Problem {@code not-permitted} for people who may read neither customers nor archives
     */
    public Hits search(Actor actor, Search search) {
        List<FoundThings> permitted =
                kinds.values().stream().filter(things -> actor.may(things.permission())).toList();
        if (permitted.isEmpty()) {
            audit.recordRead(Entry.of(actor, SearchAct.DONE).reason(search.typed()).refused());
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        Map<String, Visibility> seen =
                permitted.stream()
                        .collect(
                                Collectors.toMap(
                                        FoundThings::kind,
                                        things -> visibilities.of(actor, things.permission())));
        FoundIds found = find(search, permitted, seen);
        Map<HitType, Long> counts = counts(permitted, found);
        List<Hit> hits = hits(found, new Highlighter(search.typed()), seen, counts);
        audit.recordRead(Entry.of(actor, SearchAct.DONE).reason(search.typed()));
        Listing<Hit> page =
                Listing.of(
                        hits,
                        search.paging(),
                        found.counted() - (found.ids().size() - hits.size()),
                        found.exact());
        return new Hits(hits, page.page(), page.size(), page.total(), page.totalIsExact(), counts);
    }

    private static HitType type(FoundThings things) {
        return HitType.valueOf(things.type());
    }

    private static Question question(
            Search search, List<FoundThings> kinds, Map<String, Visibility> seen) {
        return new Question(
                kinds.stream().map(FoundThings::kind).collect(Collectors.toMap(k -> k, seen::get)),
                search.typed(),
                true,
                search.narrowings(),
                null,
                search.paging());
    }

    /** The hits of the type asked for; the counts are those of all types. */
    private FoundIds find(
            Search search, List<FoundThings> permitted, Map<String, Visibility> seen) {
        Question ofAll = question(search, permitted, seen);
        if (search.type() == null) {
            return index.findAndCount(ofAll);
        }
        List<FoundThings> wanted =
                permitted.stream().filter(things -> search.type() == type(things)).toList();
        FoundIds found = index.find(question(search, wanted, seen));
        return new FoundIds(found.ids(), found.counted(), found.exact(), index.count(ofAll));
    }

    private static Map<HitType, Long> counts(List<FoundThings> permitted, FoundIds found) {
        Map<HitType, Long> counts = new EnumMap<>(HitType.class);
        permitted.forEach(
                things -> counts.put(type(things), found.byKind().getOrDefault(things.kind(), 0L)));
        return counts;
    }

    /**
     * The hits as the database has them now; what it does not let the asker see is not counted
     * either.
     */
    private List<Hit> hits(
            FoundIds found,
            Highlighter highlighter,
            Map<String, Visibility> seen,
            Map<HitType, Long> counts) {
        Map<String, List<UUID>> byKind =
                found.ids().stream()
                        .collect(
                                Collectors.groupingBy(
                                        FoundId::kind,
                                        Collectors.mapping(FoundId::id, Collectors.toList())));
        Map<FoundId, FoundThing> things = new HashMap<>();
        byKind.forEach(
                (kind, ids) ->
                        kinds(kind)
                                .list(ids, seenOf(seen, kind))
                                .forEach(
                                        thing -> things.put(new FoundId(kind, thing.id()), thing)));
        List<Hit> hits = new ArrayList<>();
        for (FoundId id : found.ids()) {
            HitType type = type(kinds(id.kind()));
            FoundThing thing = things.get(id);
            if (thing == null) {
                counts.merge(type, -1L, Long::sum);
            } else {
                hits.add(hit(type, thing, highlighter));
            }
        }
        return hits;
    }

    private static Visibility seenOf(Map<String, Visibility> seen, String kind) {
        return java.util.Objects.requireNonNull(seen.get(kind), kind);
    }

    private FoundThings kinds(String kind) {
        FoundThings things = kinds.get(kind);
        if (things == null) {
            throw new IllegalStateException("Nobody shows " + kind);
        }
        return things;
    }

    private static Hit hit(HitType type, FoundThing thing, Highlighter highlighter) {
        return new Hit(
                type,
                thing.id(),
                thing.title(),
                thing.number(),
                thing.customerId(),
                thing.customerName(),
                thing.dossierId(),
                thing.dossierTitle(),
                thing.itemId(),
                thing.itemTitle(),
                thing.secrecy(),
                thing.date(),
                highlights(thing, highlighter));
    }

    private static List<Highlight> highlights(FoundThing thing, Highlighter highlighter) {
        List<Highlight> highlights = new ArrayList<>();
        boolean asTyped =
                thing.texts().values().stream().flatMap(List::stream).anyMatch(highlighter::isIn);
        // where it stands as it was typed, parts that a dictionary makes of it say nothing
        thing.texts()
                .forEach(
                        (field, values) ->
                                values.stream()
                                        .filter(value -> !asTyped || highlighter.isIn(value))
                                        .flatMap(value -> highlighter.name(value).stream())
                                        .findFirst()
                                        .ifPresent(
                                                parts ->
                                                        highlights.add(
                                                                new Highlight(field, parts))));
        String text = thing.runningText().get();
        if (text != null) {
            highlighter
                    .fragment(text)
                    .ifPresent(parts -> highlights.add(new Highlight("text", parts)));
        }
        return highlights;
    }
}
