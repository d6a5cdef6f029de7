package org.kedang.identity;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** 分组: people gathered for finding and handling them together; a group gives no right. */
@Service
public class Groups {
    /** A group and how many are in it. */
    @Schema(name = "PersonGroup")
    public record Group(UUID id, String name, long members) {}

    private final Directory directory;
    private final Audit audit;
    private final JdbcClient jdbc;

    Groups(Directory directory, Audit audit, JdbcClient jdbc) {
        this.directory = directory;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    public List<Group> list() {
        return jdbc.sql(
                        """
                        select g.id, g.name, (select count(*) from person_group_member m where m.group_id = g.id) members
                        from person_group g order by g.name
                        """)
                .query(Group.class)
                .list();
    }

    public List<Group> listOf(UUID person) {
        return jdbc.sql(
                        """
                        select g.id, g.name, (select count(*) from person_group_member m where m.group_id = g.id) members
                        from person_group g join person_group_member o on o.group_id = g.id
                        where o.person_id = :person order by g.name
                        """)
                .param("person", person)
                .query(Group.class)
                .list();
    }

    @Transactional
    public Group add(Actor by, String name) {
        UUID id = Ids.next();
        jdbc.sql("insert into person_group (id, name) values (:id, :name)")
                .param("id", id)
                .param("name", name)
                .update();
        audit.record(about(by, id, name).change("name", null, name));
        return new Group(id, name, 0);
    }

    @Transactional
    public void rename(Actor by, UUID id, String name) {
        Group group = get(id);
        jdbc.sql("update person_group set name = :name where id = :id")
                .param("id", id)
                .param("name", name)
                .update();
        audit.record(about(by, id, name).change("name", group.name(), name));
    }

    /** The group goes; its members stay. */
    @Transactional
    public void remove(Actor by, UUID id) {
        Group group = get(id);
        jdbc.sql("delete from person_group where id = :id").param("id", id).update();
        audit.record(about(by, id, group.name()).change("name", group.name(), null));
    }

    /** Adds a person; nothing if she is in it already. */
    @Transactional
    public void join(Actor by, UUID id, UUID person) {
        Group group = get(id);
        int added =
                jdbc.sql(
                                """
                                insert into person_group_member (group_id, person_id)
                                select :id, p.id from person p where p.id = :person on conflict do nothing
                                """)
                        .param("id", id)
                        .param("person", person)
                        .update();
        if (added == 1) {
            audit.record(
                    about(by, id, group.name())
                            .change("member", null, directory.personName(person)));
        }
    }

    @Transactional
    public void leave(Actor by, UUID id, UUID person) {
        Group group = get(id);
        int left =
                jdbc.sql(
                                "delete from person_group_member where group_id = :id and person_id"
                                        + " = :person")
                        .param("id", id)
                        .param("person", person)
                        .update();
        if (left == 1) {
            audit.record(
                    about(by, id, group.name())
                            .change("member", directory.personName(person), null));
        }
    }

    private Group get(UUID id) {
        return list().stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static Entry about(Actor by, UUID id, String name) {
        return Entry.of(by, IdentityAct.GROUP_CHANGED).subject("group", id, name);
    }
}
