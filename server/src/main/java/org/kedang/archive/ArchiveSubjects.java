package org.kedang.archive;

import org.kedang.audit.AuditedSubjects;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The events of dossiers, items and files are for those who may see them. */
@Component
class ArchiveSubjects implements AuditedSubjects {
    private final JdbcClient jdbc;
    private final Access access;

    ArchiveSubjects(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    @Override
    public Optional<Subject> find(UUID id) {
        return jdbc.sql(
                        """
                        select 'dossier' as type, id, null::uuid as parent, customer_id as customer
                          from dossier where id = :id
                        union all
                        select 'item', i.id, d.id, d.customer_id
                          from item i join dossier d on d.id = i.dossier_id where i.id = :id
                        union all
                        select 'file', f.id, d.id, d.customer_id
                          from digital_file f join item i on i.id = f.item_id
                            join dossier d on d.id = i.dossier_id where f.id = :id
                        """)
                .param("id", id)
                .query(Subject.class)
                .optional();
    }

    @Override
    public boolean mayRead(Actor actor, UUID subject) {
        if (!actor.may(Permission.ARCHIVE_READ)) {
            return false;
        }
        SqlPredicate dossiers = access.dossiers(actor);
        SqlPredicate items = access.items(actor);
        return jdbc.sql(
                        """
                        select exists (select 1 from dossier d where d.id = :subject and %s)
                            or exists (select 1 from item i join dossier d on d.id = i.dossier_id
                                where i.id = :subject and %s)
                            or exists (select 1 from digital_file f join item i on i.id = f.item_id
                                join dossier d on d.id = i.dossier_id where f.id = :subject and %s)
                        """
                                .formatted(dossiers.sql(), items.sql(), items.sql()))
                .params(items.params())
                .param("subject", subject)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Map<String, SqlPredicate> visible(Actor actor) {
        SqlPredicate items = access.items(actor);
        return Map.of(
                "dossier",
                exists("dossier d where d.id = e.subject_id", access.dossiers(actor)),
                "item",
                exists(
                        "item i join dossier d on d.id = i.dossier_id where i.id = e.subject_id",
                        items),
                "file",
                exists(
                        "digital_file f join item i on i.id = f.item_id join dossier d on d.id ="
                                + " i.dossier_id where f.id = e.subject_id",
                        items));
    }

    private static SqlPredicate exists(String rows, SqlPredicate condition) {
        SqlPredicate archives = condition.named("archive");
        return new SqlPredicate(
                "exists (select 1 from %s and %s)".formatted(rows, archives.sql()),
                archives.params());
    }
}
