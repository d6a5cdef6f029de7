package org.kedang.grading;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.PlainText;

import java.util.List;

/**
 * A condition: one comparison, or several of which all or any must hold.
 *
 * @param parts of a group; a group without parts holds for nobody
 * @param fact code of a {@link GradeFact}, of a comparison
 * @param values what the fact is compared with
 */
@Schema(name = "GradeTest")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GradeTest(
        @NotNull(message = "required") Kind kind,
        @NotNull(message = "required") @Size(max = 30, message = "too-many:30")
                List<@Valid @NotNull(message = "required") GradeTest> parts,
        @Nullable @PlainText(max = 60) String fact,
        @Nullable Operator operator,
        @NotNull(message = "required") @Size(max = 50, message = "too-many:50")
                List<@PlainText(max = 100, required = true) String> values) {
    /** What a condition is. */
    @Schema(name = "GradeTestKind")
    public enum Kind {
        ALL,
        ANY,
        FACT
    }

    /**
     * The ways to compare. What is not known is one of nothing, contains nothing and is neither
     * more nor less.
     */
    @Schema(name = "GradeOperator")
    public enum Operator {
        AT_LEAST,
        GREATER,
        AT_MOST,
        LESS,
        EQUAL,
        /** One of the values; a tag, an industry or a region among or within them. */
        ONE_OF,
        NONE_OF,
        /** All of the values are among the tags. */
        ALL_OF,
        /** One of the values stands in the text. */
        CONTAINS,
        KNOWN,
        UNKNOWN
    }

    public static GradeTest all(GradeTest... parts) {
        return new GradeTest(Kind.ALL, List.of(parts), null, null, List.of());
    }

    public static GradeTest any(GradeTest... parts) {
        return new GradeTest(Kind.ANY, List.of(parts), null, null, List.of());
    }

    public static GradeTest of(String fact, Operator operator, String... values) {
        return new GradeTest(Kind.FACT, List.of(), fact, operator, List.of(values));
    }
}
