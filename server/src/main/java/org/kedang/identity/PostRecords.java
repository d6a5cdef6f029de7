package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps posts. */
@Repository
class PostRecords {
    private static final String SELECT =
            """
            select t.id, t.person_id, p.name person_name, t.department_id, d.name department_name, t.position_id,
                   o.name position_name, t.main, t.since, t.until, t.state, t.decided_by, t.approved_by,
                   exists (select 1 from position_role pr join role r on r.code = pr.role
                           where pr.position_id = t.position_id and r.high) high
            from post t join person p on p.id = t.person_id join department d on d.id = t.department_id
                 join position o on o.id = t.position_id
            """;

    private final JdbcClient jdbc;

    PostRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Post> find(UUID id) {
        return jdbc.sql(SELECT + " where t.id = :id").param("id", id).query(Post.class).optional();
    }

    /** The post, which nobody else can turn until this transaction ends. */
    Optional<Post> lock(UUID id) {
        return jdbc.sql(SELECT + " where t.id = :id for update of t")
                .param("id", id)
                .query(Post.class)
                .optional();
    }

    List<Post> listOf(UUID person) {
        return jdbc.sql(
                        SELECT
                                + " where t.person_id = :person order by t.state, t.since desc,"
                                + " t.id")
                .param("person", person)
                .query(Post.class)
                .list();
    }

    List<Post> listIn(Post.State state, int most) {
        return jdbc.sql(
                        SELECT
                                + " where t.state = :state order by d.code, p.name, t.id limit"
                                + " :most")
                .param("state", state.name())
                .param("most", most)
                .query(Post.class)
                .list();
    }

    List<Post> listHeldIn(UUID position) {
        return jdbc.sql(
                        SELECT
                                + " where t.position_id = :position and t.state = 'HELD' order by"
                                + " t.id")
                .param("position", position)
                .query(Post.class)
                .list();
    }

    /** Posts whose first day has come, or whose last day has passed. */
    List<UUID> listToTurn(LocalDate today) {
        return jdbc.sql(
                        """
                        select id from post where (state = 'PLANNED' and since <= :today)
                            or (state in ('PLANNED', 'HELD') and until < :today)
                        order by since, id
                        """)
                .param("today", today)
                .query(UUID.class)
                .list();
    }

    void add(
            UUID id,
            Posts.Wish wish,
            Post.State state,
            @Nullable UUID decidedBy,
            @Nullable UUID approvedBy) {
        jdbc.sql(
                        """
                        insert into post (id, person_id, department_id, position_id, main, since, state, decided_by, approved_by)
                        values (:id, :person, :department, :position, :main, :since, :state, :decidedBy, :approvedBy)
                        """)
                .param("id", id)
                .param("person", wish.personId())
                .param("department", wish.departmentId())
                .param("position", wish.positionId())
                .param("main", wish.main())
                .param("since", wish.since())
                .param("state", state.name())
                .param("decidedBy", decidedBy)
                .param("approvedBy", approvedBy)
                .update();
    }

    /** A proposal gave nothing; what is decided takes its place. */
    void dropProposed(Posts.Wish wish) {
        jdbc.sql(
                        """
                        delete from post where person_id = :person and department_id = :department
                            and position_id = :position and state = 'PROPOSED'
                        """)
                .param("person", wish.personId())
                .param("department", wish.departmentId())
                .param("position", wish.positionId())
                .update();
    }

    void decide(UUID id, Post.State state, UUID decidedBy, @Nullable UUID approvedBy) {
        jdbc.sql(
                        """
                        update post set state = :state, decided_by = :decidedBy, approved_by = :approvedBy where id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("decidedBy", decidedBy)
                .param("approvedBy", approvedBy)
                .update();
    }

    /** The others step back: one post is the main one. */
    void stepBack(UUID person, UUID butFor) {
        jdbc.sql("update post set main = false where person_id = :person and id <> :id and main")
                .param("person", person)
                .param("id", butFor)
                .update();
    }

    void end(UUID id, UUID by, LocalDate until) {
        jdbc.sql(
                        """
                        update post set state = 'ENDED', until = greatest(since, :until), decided_by = coalesce(decided_by, :by)
                        where id = :id
                        """)
                .param("id", id)
                .param("by", by)
                .param("until", until)
                .update();
    }

    void limit(UUID id, LocalDate until) {
        jdbc.sql("update post set until = :until where id = :id")
                .param("id", id)
                .param("until", until)
                .update();
        jdbc.sql(
                        """
                        update role_grant set valid_until = least(valid_until, :until) where post_id = :id and state <> 'ENDED'
                        """)
                .param("id", id)
                .param("until", until)
                .update();
    }

    List<UUID> listGrantsOf(UUID post) {
        return jdbc.sql("select id from role_grant where post_id = :post and state <> 'ENDED'")
                .param("post", post)
                .query(UUID.class)
                .list();
    }
}
