package org.kedang.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.List;

class QuickMappingTests {
    @ParameterizedTest
    @CsvSource({
        "/api/customers, /api/customers",
        "/api/customers/{id}/versions, /api/customers/",
        "/files/**, /files",
        "/files/{*path}, /files",
        "/**, ''",
        "/api/a?c, /api/a",
    })
    void takesWhatStandsBeforeTheFirstVariable(String pattern, String beginning) {
        assertThat(QuickMapping.beginning(pattern)).isEqualTo(beginning);
    }

    /** Nothing is passed over that would have matched. */
    @Property
    void everyMatchBeginsSo(
            @ForAll("patterns") String pattern, @ForAll("paths") List<String> segments) {
        String path = "/" + String.join("/", segments);
        boolean matches =
                PathPatternParser.defaultInstance
                        .parse(pattern)
                        .matches(PathContainer.parsePath(path));
        assertThat(!matches || path.startsWith(QuickMapping.beginning(pattern))).isTrue();
    }

    @Provide
    Arbitrary<List<String>> paths() {
        return Arbitraries.of("a", "b", "ab", "x").list().ofMinSize(0).ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> middle =
                Arbitraries.of("a", "b", "{one}", "*", "a?", "?b")
                        .list()
                        .uniqueElements()
                        .ofMaxSize(2)
                        .map(this::path);
        Arbitrary<String> end = Arbitraries.of("", "/a", "/{last}", "/**", "/{*rest}", "/a*");
        return middle.flatMap(start -> end.map(last -> start + last))
                .map(pattern -> pattern.isEmpty() ? "/" : pattern);
    }

    private String path(List<String> segments) {
        return segments.isEmpty() ? "" : "/" + String.join("/", segments);
    }
}
