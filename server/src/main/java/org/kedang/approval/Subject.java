package org.kedang.approval;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What a request is about.
 *
 * @param person the person it is about, who must not decide it
 * @param department to which it belongs, for finding who decides
 */
public record Subject(
        String type, UUID id, String title, @Nullable UUID person, @Nullable UUID department) {}
