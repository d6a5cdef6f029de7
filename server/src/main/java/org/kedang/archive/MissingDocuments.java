package org.kedang.archive;

import org.kedang.identity.SecrecyLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Required documents that no item of a dossier names in its title or kind. Only items within the
 * reader's clearance count: that a paper which he cannot see fills a gap would tell him of it.
 */
@Repository
class MissingDocuments {
    private record Gap(UUID dossier, String name) {}

    private final JdbcClient jdbc;

    MissingDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> of(UUID dossier, SecrecyLevel clearance) {
        return ofAll(List.of(dossier), clearance).getOrDefault(dossier, List.of());
    }

    /** By dossier; one to which nothing is missing is not named. */
    Map<UUID, List<String>> ofAll(Collection<UUID> dossiers, SecrecyLevel clearance) {
        Map<UUID, List<String>> missing = new HashMap<>();
        if (!dossiers.isEmpty()) {
            gaps(dossiers, clearance)
                    .forEach(
                            gap ->
                                    missing.computeIfAbsent(
                                                    gap.dossier(),
                                                    id -> new java.util.ArrayList<>())
                                            .add(gap.name()));
        }
        return missing;
    }

    private List<Gap> gaps(Collection<UUID> dossiers, SecrecyLevel clearance) {
        return jdbc.sql(
                        """
                        select d.id dossier, r.name
                        from dossier d join required_document r on r.class_code = d.class_code
                        where d.id in (:dossiers) and not exists (
                            select 1 from item i, unnest(r.words) word
                            where i.dossier_id = d.id and i.secrecy <= :clearance
                              and strpos(lower(i.title || ' ' || coalesce(i.document_kind, '')), word) > 0)
                        order by r.position
                        """)
                .param("dossiers", dossiers)
                .param("clearance", clearance.ordinal())
                .query(Gap.class)
                .list();
    }
}
