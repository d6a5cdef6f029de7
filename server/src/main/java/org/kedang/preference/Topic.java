package org.kedang.preference;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.UUID;

/**
 * What a preference is about, as the company sorts them.
 *
 * @param place where it stands among the others
 * @param closed whether nothing new is written under it
 */
@Schema(name = "PreferenceTopic")
public record Topic(UUID id, String nameZh, String nameEn, int place, boolean closed) {}
