package org.kedang.kernel;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that people can read and databases can keep: no control characters, no characters that turn
 * the reading direction (Trojan-source overrides), no lone surrogates, not longer than {@code max}
 * characters, and not blank if {@code required}.
 */
@Documented
@Constraint(validatedBy = PlainText.Checked.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
public @interface PlainText {
    int max() default 200;

    boolean required() default false;

    /** Whether line breaks and tabs may stand in it. */
    boolean multiline() default false;

    String message() default "plain-text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /**
     * Checks a text; the message is one of {@code required}, {@code too-long}, {@code
     * forbidden-character}.
     */
    final class Checked implements ConstraintValidator<PlainText, CharSequence> {
        private int max;
        private boolean required;
        private boolean multiline;

        @Override
        public void initialize(PlainText constraint) {
            max = constraint.max();
            required = constraint.required();
            multiline = constraint.multiline();
        }

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            if (value == null || value.toString().isBlank()) {
                return !required || refuse(context, "required");
            }
            String text = value.toString();
            if (text.codePointCount(0, text.length()) > max) {
                return refuse(context, "too-long:" + max);
            }
            boolean clean = text.codePoints().allMatch(this::isAllowed);
            return clean || refuse(context, "forbidden-character");
        }

        private boolean isAllowed(int c) {
            if (multiline && (c == '\n' || c == '\r' || c == '\t')) {
                return true;
            }
            return !Character.isISOControl(c)
                    && !isBidiControl(c)
                    && Character.getType(c) != Character.SURROGATE
                    && c != 0xFEFF
                    && c != 0xFFFE
                    && c != 0xFFFF
                    && c != 0x2028
                    && c != 0x2029;
        }

        private static boolean isBidiControl(int c) {
            return (c >= 0x202A && c <= 0x202E)
                    || (c >= 0x2066 && c <= 0x2069)
                    || c == 0x200E
                    || c == 0x200F
                    || c == 0x061C;
        }

        private static boolean refuse(ConstraintValidatorContext context, String message) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
            return false;
        }
    }
}
