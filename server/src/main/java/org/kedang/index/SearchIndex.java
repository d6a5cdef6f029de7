package org.kedang.index;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.aggregation.dsl.AggregationFinalStep;
import org.hibernate.search.engine.search.aggregation.dsl.TypedSearchAggregationFactory;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.TypedSearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.common.EntityReference;
import org.hibernate.search.mapper.orm.entity.SearchIndexedEntity;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.kedang.identity.FieldRights;
import org.kedang.identity.Visibility;
import org.kedang.index.FoundIds.FoundId;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers questions from the index, within the asker's visibility. The index runs up to a second
 * behind the database: who shows what was found reads it from the database with the visibility as a
 * predicate again.
 */
@Service
public class SearchIndex {
    private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);

    private static final AggregationKey<Map<String, Long>> BY_KIND = AggregationKey.of("byKind");

    /** Of this kind of order the index can pass over whatever is older than what it has. */
    private static final SortField NEWEST =
            new SortedNumericSortField(ThingFields.RECENT, SortField.Type.LONG, true);

    private final EntityManagerFactory factory;
    private final Set<String> known;

    SearchIndex(EntityManagerFactory factory) {
        this.factory = factory;
        this.known =
                Search.mapping(factory).allIndexedEntities().stream()
                        .map(SearchIndexedEntity::jpaName)
                        .collect(Collectors.toSet());
    }

    /** The page that the question asks for. */
    public FoundIds find(Question question) {
        List<String> kinds = known(question.kinds().keySet());
        if (kinds.isEmpty()) {
            return FoundIds.NONE;
        }
        return question.order() == null && kinds.size() == 1
                ? asked(session -> bestFirst(session, kinds.getFirst(), question))
                : asked(
                        session -> {
                            var found =
                                    session.search(scope(kinds))
                                            .select(f -> f.entityReference())
                                            .where(f -> predicate(f, question))
                                            .sort(f -> sort(f, question.order()))
                                            .totalHitCountThreshold(Paging.REACH + 1L)
                                            .fetch(offset(question), size(question));
                            return foundIds(found, Map.of());
                        });
    }

    /**
     * Asks for one way of fitting after the other, the best first, and of those that fit in one way
     * for the newest: what the index holds in that order it finds without looking at all of them.
     */
    private FoundIds bestFirst(SearchSession session, String kind, Question question) {
        Query conditions = conditions(question);
        BestFirst best = new BestFirst(question.paging());
        BooleanQuery.Builder better = new BooleanQuery.Builder();
        for (WordQueries.Way way : words(question).ways(question.typed())) {
            if (best.isEnough()) {
                break;
            }
            Query here =
                    new BooleanQuery.Builder()
                            .add(way.query(), Occur.MUST)
                            .add(conditions, Occur.FILTER)
                            .add(better.build(), Occur.MUST_NOT)
                            .build();
            var found =
                    session.search(scope(List.of(kind)))
                            .select(f -> f.entityReference())
                            .where(f -> f.extension(LuceneExtension.get()).fromLuceneQuery(here))
                            .sort(f -> way.ranked() ? sort(f, null) : newest(f))
                            .totalHitCountThreshold(best.toCount())
                            .fetch(best.toSkip(), best.toFetch());
            best.add(
                    found.hits().stream().map(SearchIndex::foundId).toList(),
                    found.total().hitCountLowerBound());
            better.add(way.query(), Occur.SHOULD);
        }
        return best.found();
    }

    /** The same, and how many of each kind there are whatever the page, in one go. */
    public FoundIds findAndCount(Question question) {
        List<String> kinds = known(question.kinds().keySet());
        return kinds.isEmpty()
                ? FoundIds.NONE
                : asked(
                        session -> {
                            var found =
                                    session.search(scope(kinds))
                                            .select(f -> f.entityReference())
                                            .where(f -> predicate(f, question))
                                            .aggregation(BY_KIND, SearchIndex::byKind)
                                            .sort(f -> sort(f, question.order()))
                                            .fetch(offset(question), size(question));
                            return foundIds(found, found.aggregation(BY_KIND));
                        });
    }

    private static int offset(Question question) {
        return question.paging().offset();
    }

    private static int size(Question question) {
        return question.paging().size();
    }

    private static PredicateFinalStep predicate(
            TypedSearchPredicateFactory<?> f, Question question) {
        return f.extension(LuceneExtension.get()).fromLuceneQuery(query(question));
    }

    private static AggregationFinalStep<Map<String, Long>> byKind(
            TypedSearchAggregationFactory<?> f) {
        return f.terms().field(ThingFields.KIND, String.class);
    }

    private static FoundIds foundIds(
            SearchResult<EntityReference> found, Map<String, Long> byKind) {
        return new FoundIds(
                found.hits().stream().map(SearchIndex::foundId).toList(),
                found.total().hitCountLowerBound(),
                found.total().isHitCountExact(),
                byKind);
    }

    private <T> T asked(Function<SearchSession, T> question) {
        try (EntityManager session = factory.createEntityManager()) {
            return question.apply(Search.session(session));
        } catch (SearchException e) {
            log.error("The search index does not answer", e);
            throw Problem.of(KernelProblem.UNAVAILABLE);
        }
    }

    private static SortFinalStep sort(SearchSortFactory f, Question.@Nullable Order order) {
        var recent = newest(f);
        if (order == null) {
            return f.composite().add(f.score()).add(recent);
        }
        var field = f.field(ThingFields.sort(order.sort()));
        var directed = order.descending() ? field.desc() : field.asc();
        return f.composite().add(directed.missing().last()).add(recent);
    }

    private static SortFinalStep newest(SearchSortFactory f) {
        return f.extension(LuceneExtension.get()).fromLuceneSortField(NEWEST);
    }

    /** How many things of each kind answer the question, whatever its page. */
    public Map<String, Long> count(Question question) {
        List<String> kinds = known(question.kinds().keySet());
        return kinds.isEmpty()
                ? Map.of()
                : asked(
                        session ->
                                session.search(scope(kinds))
                                        .where(f -> predicate(f, question))
                                        .aggregation(BY_KIND, SearchIndex::byKind)
                                        .fetch(0)
                                        .aggregation(BY_KIND));
    }

    private List<String> known(Collection<String> kinds) {
        return kinds.stream().filter(known::contains).toList();
    }

    private SearchScope<Object> scope(List<String> kinds) {
        return Search.mapping(factory).scope(Object.class, kinds);
    }

    private static FoundId foundId(EntityReference reference) {
        return new FoundId(reference.name(), (UUID) reference.id());
    }

    private static Query query(Question question) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(words(question).of(question.typed()), Occur.MUST);
        all.add(conditions(question), Occur.FILTER);
        return all.build();
    }

    /** What must be so whatever was typed. */
    private static Query conditions(Question question) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(visible(question.kinds()), Occur.FILTER);
        question.narrowings().forEach(narrowing -> all.add(query(narrowing), Occur.FILTER));
        return all.build();
    }

    private static WordQueries words(Question question) {
        // one person's rights: where kinds differ, the stricter counts
        FieldRights fields =
                question.kinds().values().stream()
                        .map(Visibility::fields)
                        .reduce(FieldRights::and)
                        .orElse(FieldRights.NONE);
        return new WordQueries(question.inTexts(), fields);
    }

    /** Things of each kind as far as the asker sees that kind. */
    private static Query visible(Map<String, Visibility> kinds) {
        Map<Visibility, List<String>> alike =
                kinds.keySet().stream().collect(Collectors.groupingBy(kinds::get));
        if (alike.size() == 1) {
            // the question is asked of the indexes of these kinds only
            return visible(alike.keySet().iterator().next());
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        alike.forEach(
                (visibility, names) ->
                        any.add(
                                new BooleanQuery.Builder()
                                        .add(oneOf(ThingFields.KIND, names), Occur.FILTER)
                                        .add(visible(visibility), Occur.FILTER)
                                        .build(),
                                Occur.SHOULD));
        return any.build();
    }

    private static Query visible(Visibility visibility) {
        List<String> levels =
                IntStream.rangeClosed(0, visibility.clearance().ordinal())
                        .mapToObj(Integer::toString)
                        .toList();
        Query within = oneOf(ThingFields.SECRECY, levels);
        if (visibility.everything()) {
            return within;
        }
        BooleanQuery.Builder reached = new BooleanQuery.Builder();
        if (visibility.own()) {
            reached.add(oneOf(ThingFields.OWNER, Set.of(visibility.person())), Occur.SHOULD);
        }
        reached.add(oneOf(ThingFields.DEPARTMENT, visibility.departments()), Occur.SHOULD);
        reached.add(oneOf(ThingFields.CUSTOMER, visibility.customers()), Occur.SHOULD);
        reached.add(oneOf(ThingFields.DOSSIER, visibility.dossiers()), Occur.SHOULD);
        return new BooleanQuery.Builder()
                .add(within, Occur.FILTER)
                .add(reached.build(), Occur.FILTER)
                .build();
    }

    private static Query oneOf(String field, Collection<?> values) {
        return new TermInSetQuery(
                field, values.stream().map(value -> new BytesRef(value.toString())).toList());
    }

    private static Query query(Question.Narrowing narrowing) {
        String field = ThingFields.filter(narrowing.filter());
        return switch (narrowing) {
            case Question.Narrowing.Is is -> new TermQuery(new Term(field, is.value()));
            case Question.Narrowing.OneOf some -> oneOf(field, some.values());
            case Question.Narrowing.BeginsWith begins ->
                    new PrefixQuery(new Term(field, begins.start()));
            case Question.Narrowing.Between between ->
                    TermRangeQuery.newStringRange(field, between.from(), between.to(), true, true);
        };
    }
}
