package org.kedang.document;

/**
 * How far an examination may go. A limit that is reached is a finding, never a failure.
 *
 * @param textChars UTF-16 units of text kept
 * @param entries files listed of an archive, nested archives included
 * @param depth containers inside containers that are opened
 * @param inflatedBytes bytes unpacked from containers altogether
 * @param ocrPages pages and images recognised by OCR
 * @param seconds time after which the worker itself stops taking more
 */
public record ExaminationLimits(
        int textChars, int entries, int depth, long inflatedBytes, int ocrPages, int seconds) {}
