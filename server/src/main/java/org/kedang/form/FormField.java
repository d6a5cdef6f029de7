package org.kedang.form;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * One thing that a form asks for.
 *
 * @param name what it is called in values: letters and digits, beginning with a small letter
 * @param least the least number, or the least day as ISO date is not bounded; {@code null} for none
 * @param most the greatest number; for text, the most characters; for files, how many at most
 * @param options what can be chosen, if it is a choice
 * @param help a hint shown below the field
 * @param megabytes how large a file may be, in MiB; {@code null} for {@link #USUAL_MEGABYTES}
 */
@Schema(name = "FormField")
public record FormField(
        @NotNull(message = "required")
                @Pattern(regexp = "[a-z][A-Za-z0-9]{0,39}", message = "field-name")
                String name,
        @NotNull(message = "required") Kind kind,
        @NotNull(message = "required") @Valid Label label,
        boolean required,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @NotNull(message = "required") @Size(max = 100, message = "too-many:100")
                List<@Valid Option> options,
        @Nullable @Valid Label help,
        @Nullable
                @Min(value = 1, message = "out-of-range:1–200")
                @Max(value = 200, message = "out-of-range:1–200")
                Integer megabytes) {
    /** How large a file may be if nothing else is said, in MiB. */
    public static final int USUAL_MEGABYTES = 20;

    /** How many files a field takes if nothing else is said. */
    public static final int USUAL_FILES = 10;

    /** The kinds of values. */
    @Schema(name = "FormFieldKind")
    public enum Kind {
        TEXT,
        LONG_TEXT,
        NUMBER,
        /** In yuan, to the fen. */
        MONEY,
        DATE,
        CHOICE,
        CHOICES,
        YES_NO,
        PERSON,
        DEPARTMENT,
        /** One or several files, by the ids under which they were uploaded. */
        FILE
    }

    /**
     * One thing to choose.
     *
     * @param withdrawn whether it can be chosen no longer; who chose it before keeps it. {@code
     *     null} if not
     */
    @Schema(name = "FormOption")
    public record Option(
            @NotNull(message = "required")
                    @Pattern(regexp = "[A-Za-z0-9_-]{1,40}", message = "field-name")
                    String value,
            @NotNull(message = "required") @Valid Label label,
            @Nullable Boolean withdrawn) {
        public Option {
            withdrawn = Boolean.TRUE.equals(withdrawn) ? true : null;
        }

        public Option(String value, Label label) {
            this(value, label, null);
        }

        /** Whether it can be chosen now. */
        public boolean offered() {
            return withdrawn == null;
        }
    }

    public FormField {
        options = List.copyOf(options);
    }

    public static FormField of(String name, Kind kind, String zh, String en) {
        return new FormField(
                name, kind, Label.of(zh, en), false, null, null, List.of(), null, null);
    }

    public FormField needed() {
        return new FormField(name, kind, label, true, least, most, options, help, megabytes);
    }

    public FormField from(long number) {
        return new FormField(
                name,
                kind,
                label,
                required,
                BigDecimal.valueOf(number),
                most,
                options,
                help,
                megabytes);
    }

    public FormField upTo(long number) {
        return new FormField(
                name,
                kind,
                label,
                required,
                least,
                BigDecimal.valueOf(number),
                options,
                help,
                megabytes);
    }

    /** For files: how large one may be, in MiB. */
    public FormField within(int size) {
        return new FormField(name, kind, label, required, least, most, options, help, size);
    }

    public FormField choosing(Option... some) {
        return new FormField(
                name, kind, label, required, least, most, List.of(some), help, megabytes);
    }

    public FormField hinting(String zh, String en) {
        return new FormField(
                name, kind, label, required, least, most, options, Label.of(zh, en), megabytes);
    }

    /** The largest file that it takes, in bytes. */
    public long mostBytes() {
        return (long) (megabytes == null ? USUAL_MEGABYTES : megabytes) << 20;
    }

    /** How many files it takes. */
    public int mostFiles() {
        return most == null ? USUAL_FILES : most.intValue();
    }
}
