package org.kedang.customer;

import org.kedang.kernel.Actor;
import org.springframework.stereotype.Service;

import java.util.Comparator;
import java.util.List;

/** What all modules say at once of a customer; warnings first. */
@Service
public class Hints {
    private final List<HintSource> sources;

    Hints(List<HintSource> sources) {
        this.sources = sources;
    }

    /** As far as the reader may see it. */
    public List<Hint> list(Actor reader, CustomerSummary customer) {
        return sources.stream()
                .flatMap(source -> source.list(reader, customer).stream())
                .sorted(Comparator.comparing(Hint::kind))
                .toList();
    }
}
