package org.kedang.certificate;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A change of a certificate.
 *
 * @param basedOn the version that it was made on
 * @param named names of the fields that it speaks of, whether or not it changes them
 * @param rewriting makes the new fields of those that are stored
 * @param reason why
 */
public record CertificateChange(
        long basedOn,
        Set<String> named,
        UnaryOperator<CertificateFields> rewriting,
        @Nullable String reason) {}
