package org.kedang.customer;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Service;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What happened with a customer, told by all modules, newest first. */
@Service
public class Timeline {
    /** An entry and the kind that it is of. */
    @Schema(name = "TimelineLine")
    public record Line(String kind, TimelineEntry entry) {}

    /**
     * Some lines.
     *
     * @param next where the next lines begin; {@code null} if there are no more
     */
    @Schema(name = "TimelineLines")
    public record Lines(List<Line> items, TimelineEntry.@Nullable Place next) {}

    private static final Comparator<Line> NEWEST_FIRST =
            Comparator.comparing(Line::entry, TimelineEntry.NEWEST_FIRST);

    private final List<TimelineSource> sources;

    Timeline(List<TimelineSource> sources) {
        this.sources =
                sources.stream().sorted(Comparator.comparing(one -> one.kind().code())).toList();
    }

    public List<TimelineKind> kinds() {
        return sources.stream().map(TimelineSource::kind).toList();
    }

    /**
     * As far as the reader may see it. Each module is asked for no more than fits.
     *
     * @param kinds codes of the kinds; all if empty
     */
    public Lines list(
            Actor reader,
            CustomerSummary customer,
            Set<String> kinds,
            TimelineEntry.@Nullable Place before,
            int most) {
        List<Line> found =
                sources.stream()
                        .filter(one -> kinds.isEmpty() || kinds.contains(one.kind().code()))
                        .flatMap(
                                one ->
                                        one.list(reader, customer, before, most + 1).stream()
                                                .map(entry -> new Line(one.kind().code(), entry)))
                        .sorted(NEWEST_FIRST)
                        .limit(most + 1L)
                        .toList();
        if (found.size() <= most) {
            return new Lines(found, null);
        }
        List<Line> page = found.subList(0, most);
        return new Lines(page, page.getLast().entry().place());
    }
}
