package org.kedang.identity;

import java.util.List;
import java.util.UUID;

/**
 * 岗位职务: what a chair is called, and what it brings, wherever it stands.
 *
 * @param roles what its holders get
 * @param high whether one of the roles needs a second person
 * @param holders people who hold it now or from a coming day on
 */
public record Position(
        UUID id,
        String code,
        String name,
        boolean closed,
        List<String> roles,
        boolean high,
        long holders) {}
