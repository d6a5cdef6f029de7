package org.kedang.export;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerRecords;
import org.kedang.customer.CustomerRecords.CustomerRow;
import org.kedang.customer.CustomerRecords.CustomerView;
import org.kedang.customer.CustomerRecords.Filter;
import org.kedang.customer.FindingCustomers;
import org.kedang.customfield.ReadingFilters;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.function.Consumer;

/** The customers of a selection as one person sees them, some at a time. */
@Component
class ChosenCustomers {
    private static final int SOME = 500;
    private static final int PAGE = 200;

    private final CustomerRecords records;
    private final FindingCustomers finding;
    private final ReadingFilters filters;

    ChosenCustomers(CustomerRecords records, FindingCustomers finding, ReadingFilters filters) {
        this.records = records;
        this.finding = finding;
        this.filters = filters;
    }

    /**
     * How many they are; typed words are counted no further than a list reaches.
     *
     * @param most counted so far and one more
     */
    long count(ExportSelection chosen, Visibility visibility, int most) {
        String words = chosen.words();
        return words == null
                ? records.count(chosen.filter(filters), visibility, most + 1)
                : found(chosen.filter(filters), words, 1, visibility).total();
    }

    private Listing<CustomerRow> found(
            Filter filter, String words, int page, Visibility visibility) {
        return finding.list(words, filter, "number", new Paging(page, PAGE), visibility);
    }

    /**
     * Hands over some after the other, by number, at most so many, of a selection that was asked
     * for once.
     */
    void read(
            ExportSelection chosen,
            Visibility visibility,
            int most,
            Consumer<List<CustomerView>> taker) {
        String words = chosen.words();
        Filter filter = chosen.keptFilter(filters);
        if (words == null) {
            readList(filter, visibility, most, taker);
        } else {
            readFound(filter, words, visibility, most, taker);
        }
    }

    private void readList(
            Filter filter, Visibility visibility, int most, Consumer<List<CustomerView>> taker) {
        @Nullable String last = null;
        int left = most;
        while (left > 0) {
            List<CustomerView> some =
                    records.listAfter(filter, last, Math.min(SOME, left), visibility);
            if (some.isEmpty()) {
                return;
            }
            taker.accept(some);
            left -= some.size();
            last = some.getLast().number();
        }
    }

    private void readFound(
            Filter filter,
            String words,
            Visibility visibility,
            int most,
            Consumer<List<CustomerView>> taker) {
        int left = most;
        boolean more = true;
        for (int page = 1; more && left > 0 && page * PAGE <= Paging.REACH; page++) {
            List<CustomerRow> rows = found(filter, words, page, visibility).items();
            List<CustomerView> some =
                    records.listWhole(
                            rows.stream().limit(left).map(CustomerRow::id).toList(), visibility);
            taker.accept(some);
            left -= some.size();
            more = rows.size() == PAGE;
        }
    }
}
