package org.kedang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.kedang.audit.Act;
import org.kedang.kernel.ProblemType;

import java.util.Arrays;
import java.util.List;

class ProblemTypeTests {
    private static <T> List<T> all(Class<T> type) {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.kedang")
                        .stream()
                        .filter(c -> c.isEnum() && c.isAssignableTo(type))
                        .flatMap(c -> Arrays.stream(c.reflect().getEnumConstants()))
                        .map(type::cast)
                        .toList();
    }

    @Test
    void givesEveryProblemItsOwnSlugAndBothLanguages() {
        List<ProblemType> problems = all(ProblemType.class);

        assertThat(problems).hasSizeGreaterThan(20);
        assertThat(problems.stream().map(ProblemType::slug))
                .doesNotHaveDuplicates()
                .allMatch(s -> s.matches("[a-z]+(-[a-z]+)*"));
        assertThat(problems)
                .allSatisfy(
                        problem -> {
                            assertThat(problem.zh()).matches(".*\\p{IsHan}.*");
                            assertThat(problem.en()).matches("[^\\p{IsHan}]{10,}");
                            assertThat(problem.status()).isBetween(400, 599);
                        });
    }

    @Test
    void givesEveryActItsOwnSlugAndBothLanguages() {
        List<Act> acts = all(Act.class);

        assertThat(acts).hasSizeGreaterThan(15);
        assertThat(acts.stream().map(Act::slug)).doesNotHaveDuplicates();
        assertThat(acts)
                .allSatisfy(
                        act -> {
                            assertThat(act.zh()).matches(".*\\p{IsHan}.*");
                            assertThat(act.en()).matches("[^\\p{IsHan}]{3,}");
                        });
    }
}
