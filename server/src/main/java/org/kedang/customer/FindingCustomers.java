package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerRecords.CustomerRow;
import org.kedang.customer.CustomerRecords.Filter;
import org.kedang.customfield.CustomFilter;
import org.kedang.customfield.CustomValues;
import org.kedang.identity.Visibility;
import org.kedang.index.FoundIds;
import org.kedang.index.Question;
import org.kedang.index.Question.Narrowing;
import org.kedang.index.SearchIndex;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SortOrder;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The list of customers narrowed by typed words: part of a name, pinyin, initials, code or phone.
 */
@Service
public class FindingCustomers {
    private static final Map<String, String> SORTS =
            CustomerBinder.SORTS.stream()
                    .collect(Collectors.toMap(Function.identity(), Function.identity()));

    private final SearchIndex index;
    private final CustomerRecords records;

    FindingCustomers(SearchIndex index, CustomerRecords records) {
        this.index = index;
        this.records = records;
    }

    /**
     * @param sort as for {@link CustomerRecords#list}; the best fitting first if not given
     */
    public Listing<CustomerRow> list(
            String typed,
            Filter filter,
            @Nullable String sort,
            Paging paging,
            Visibility visibility) {
        FoundIds found =
                index.find(
                        new Question(
                                Map.of(CustomerBinder.KIND, visibility),
                                typed,
                                false,
                                narrowings(filter, visibility),
                                order(sort),
                                paging));
        Map<UUID, CustomerRow> rows =
                records.listByIds(found.plainIds(), visibility).stream()
                        .collect(Collectors.toMap(CustomerRow::id, Function.identity()));
        List<CustomerRow> page =
                found.plainIds().stream().map(rows::get).filter(Objects::nonNull).toList();
        return Listing.of(
                page, paging, found.counted() - (found.ids().size() - page.size()), found.exact());
    }

    private static Question.@Nullable Order order(@Nullable String sort) {
        if (sort == null || sort.isBlank()) {
            return null;
        }
        SortOrder order = SortOrder.parse(sort, "name", SORTS);
        return new Question.Order(order.column(), order.descending());
    }

    private static List<Narrowing> narrowings(Filter filter, Visibility visibility) {
        List<Narrowing> narrowings = new ArrayList<>();
        is(narrowings, "type", filter.type());
        is(narrowings, "kind", filter.kind());
        is(narrowings, "grade", filter.grade());
        is(narrowings, "ownerId", filter.ownerId());
        is(narrowings, "departmentId", filter.departmentId());
        is(narrowings, "tag", filter.tag());
        if (filter.sharedWithMe()) {
            narrowings.add(
                    new Narrowing.OneOf(
                            "customerId",
                            visibility.customers().stream().map(UUID::toString).toList()));
        }
        String region = filter.regionCode();
        if (region != null) {
            narrowings.add(new Narrowing.BeginsWith("regionCode", Regions.start(region)));
        }
        String industry = filter.industryCode();
        if (industry != null) {
            narrowings.add(new Narrowing.BeginsWith("industryCode", Industries.start(industry)));
        }
        between(narrowings, "createdOn", filter.createdFrom(), filter.createdTo());
        narrow(narrowings, filter.traits());
        filter.more().conditions().forEach(one -> narrowings.add(narrowing(one)));
        return narrowings;
    }

    private static void narrow(List<Narrowing> narrowings, CompanyTraits traits) {
        is(narrowings, "companySize", traits.companySize());
        is(narrowings, "nature", traits.nature());
        is(narrowings, "source", traits.source());
        between(narrowings, "cooperatingSince", traits.cooperatingFrom(), traits.cooperatingTo());
    }

    private static void between(
            List<Narrowing> narrowings,
            String filter,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        if (from != null || to != null) {
            narrowings.add(
                    new Narrowing.Between(
                            filter,
                            from == null ? null : from.toString(),
                            to == null ? null : to.toString()));
        }
    }

    private static Narrowing narrowing(CustomFilter.Condition condition) {
        return switch (condition) {
            case CustomFilter.Condition.Is is -> new Narrowing.Is(CustomValues.MEMBER, is.mark());
            case CustomFilter.Condition.Between between ->
                    new Narrowing.Between(
                            CustomValues.MEMBER, between.marks().from(), between.marks().to());
        };
    }

    private static void is(List<Narrowing> narrowings, String filter, @Nullable Object value) {
        if (value != null) {
            narrowings.add(new Narrowing.Is(filter, value.toString()));
        }
    }
}
