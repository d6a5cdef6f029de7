package org.kedang.audit;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import java.util.List;

/** Adds nothing, for measuring what adding costs. Never part of the product. */
@Repository
class AuditEvents {
    void insert(List<StampedEntry> entries) {}

    KeptRow row(StampedEntry entry) {
        return new KeptRow(entry.id(), entry.at(), new byte[512]);
    }

    void insertRows(List<KeptRow> some, JdbcTemplate by) {}
}
