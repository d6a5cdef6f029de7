package org.kedang.certificate;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Texts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What people write about a certificate.
 *
 * @param name what it is called, such as 安全生产许可证; for {@link CertificateKind#OTHER} needed
 * @param longTerm whether it does not end; then there is no {@code validUntil}
 * @param validUntil last day
 * @param reviewDue by which day it must be reviewed (年检)
 */
public record CertificateFields(
        @NotNull(message = "required") CertificateKind kind,
        @Nullable @PlainText(max = 100) String name,
        @Nullable @PlainText(max = 60) String number,
        @Nullable @PlainText(max = 100) String issuer,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable Boolean longTerm,
        @Nullable LocalDate reviewDue,
        @Nullable @PlainText(max = 1000, multiline = true) String note) {

    /** As it is stored: trimmed, empty texts gone. */
    CertificateFields normalised() {
        return new CertificateFields(
                kind,
                Texts.trimmed(name),
                Texts.trimmed(number),
                Texts.trimmed(issuer),
                validFrom,
                validUntil,
                endless(),
                reviewDue,
                Texts.trimmed(note));
    }

    /** Whether it does not end. */
    boolean endless() {
        return Boolean.TRUE.equals(longTerm);
    }

    boolean isIdentity() {
        return kind == CertificateKind.IDENTITY;
    }

    /** How people call it. */
    String title() {
        return name == null ? kind.zh() : name;
    }

    /** Field name → value of all but the number, as the log shows them. */
    Map<String, Object> forLog() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("certificateKind", kind);
        values.put("certificateName", orEmpty(name));
        values.put("issuer", orEmpty(issuer));
        values.put("validFrom", orEmpty(validFrom));
        values.put("validUntil", orEmpty(validUntil));
        values.put("longTerm", endless());
        values.put("reviewDue", orEmpty(reviewDue));
        values.put("note", orEmpty(note));
        return values;
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
