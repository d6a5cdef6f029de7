package org.kedang.document;

/**
 * Header of a document sent to a worker; exactly {@code size} bytes of content follow it.
 *
 * @param name file name as the person gave it; only a hint
 * @param ocr whether images may be recognised
 */
public record ExaminationRequest(String name, long size, ExaminationLimits limits, boolean ocr) {}
