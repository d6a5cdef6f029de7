package org.kedang.access;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.identity.Granting;
import org.kedang.identity.Role;
import org.kedang.identity.Roles;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The requests for rights, as rows. */
@Repository
public class RightsRequests {
    /**
     * A request as it is filed.
     *
     * @param subject whom and what it is about
     */
    record Filed(
            UUID id,
            RightsRequest.Kind kind,
            boolean high,
            Subject subject,
            RightsWish wish,
            @Nullable RightsWish before,
            String reason) {}

    /** Whom, which role and which department a request is about. */
    record Subject(@Nullable UUID personId, @Nullable String role, @Nullable UUID departmentId) {}

    /** A request that nobody else can decide until this transaction ends. */
    record Held(
            UUID id,
            RightsRequest.State state,
            boolean high,
            @Nullable UUID personId,
            @Nullable UUID departmentId,
            RightsWish wish,
            @Nullable RightsWish before,
            String reason,
            UUID requestedBy,
            @Nullable String requestedFrom) {}

    private static final String PREFIX = "QX-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "\\d{1,18}");

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Directory directory;
    private final Roles roles;
    private final Granting granting;
    private final Clock clock;

    RightsRequests(
            JdbcClient jdbc,
            ObjectMapper json,
            Directory directory,
            Roles roles,
            Granting granting,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.directory = directory;
        this.roles = roles;
        this.granting = granting;
        this.clock = clock;
    }

    /** Keeps it; answers how a request for approval names it. */
    String add(Filed filed, RightsRequest.State state, Actor by) {
        long number =
                jdbc.sql(
                                """
                                insert into rights_request (id, kind, state, high, person_id, role, department_id, wish, before,
                                                            reason, requested_by, requested_at, requested_from)
                                values (:id, :kind, :state, :high, :person, :role, :department, :wish::jsonb, :before::jsonb,
                                        :reason, :by, :now, :address)
                                returning number
                                """)
                        .param("id", filed.id())
                        .param("kind", filed.kind().name())
                        .param("state", state.name())
                        .param("high", filed.high())
                        .param("person", filed.subject().personId())
                        .param("role", filed.subject().role())
                        .param("department", filed.subject().departmentId())
                        .param(
                                "wish",
                                json.writerFor(RightsWish.class).writeValueAsString(filed.wish()))
                        .param("before", text(filed.before()))
                        .param("reason", filed.reason())
                        .param("by", by.id())
                        .param("now", now())
                        .param("address", by.address())
                        .query(Long.class)
                        .single();
        return PREFIX + number;
    }

    /** People decide it there from now on. */
    void handOver(UUID id, UUID approval) {
        jdbc.sql("update rights_request set approval_id = :approval where id = :id")
                .param("id", id)
                .param("approval", approval)
                .update();
    }

    private @Nullable String text(@Nullable RightsWish wish) {
        return wish == null ? null : json.writerFor(RightsWish.class).writeValueAsString(wish);
    }

    /** The request of this name, which nobody else can settle until this transaction ends. */
    Optional<Held> lock(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return jdbc.sql("select * from rights_request where number = :number for update")
                .param("number", Long.parseLong(name.substring(PREFIX.length())))
                .query((row, n) -> held(row))
                .optional();
    }

    void settle(UUID id, RightsRequest.State state, UUID by, @Nullable String reason) {
        jdbc.sql(
                        """
                        update rights_request set state = :state, decided_by = :by, decided_at = :now, decision_reason = :reason
                        where id = :id
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("by", by)
                .param("now", now())
                .param("reason", reason)
                .update();
    }

    /** The request, if the actor may see it. */
    public Optional<RightsRequest> find(Actor actor, UUID id) {
        SqlPredicate where = visible(actor).and(SqlPredicate.of("q.id = :id", "id", id));
        return jdbc.sql("select q.* from rights_request q where " + where.sql())
                .params(where.params())
                .query((row, n) -> request(row))
                .optional();
    }

    /** Newest first; requests of others only for those who grant by office, approve or audit. */
    public Listing<RightsRequest> list(
            Actor actor,
            RightsRequest.@Nullable State state,
            @Nullable UUID personId,
            Paging paging) {
        SqlPredicate where = visible(actor);
        if (state != null) {
            where = where.and(SqlPredicate.of("q.state = :state", "state", state.name()));
        }
        if (personId != null) {
            where = where.and(SqlPredicate.of("q.person_id = :about", "about", personId));
        }
        Map<String, Object> params = new HashMap<>(where.params());
        long counted =
                jdbc.sql(
                                "select count(*) from (select 1 from rights_request q where %s limit 10001) c"
                                        .formatted(where.sql()))
                        .params(params)
                        .query(Long.class)
                        .single();
        var page =
                jdbc.sql(
                                "select q.* from rights_request q where %s order by q.requested_at desc, q.id limit :size offset :offset"
                                        .formatted(where.sql()))
                        .params(params)
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query((row, n) -> request(row))
                        .list();
        return Listing.of(page, paging, counted);
    }

    private SqlPredicate visible(Actor actor) {
        boolean all =
                actor.may(Permission.GRANT_APPROVE)
                        || actor.may(Permission.AUDIT_READ)
                        || granting.isOfficer(actor);
        return all
                ? SqlPredicate.TRUE
                : SqlPredicate.of("(q.requested_by = :me or q.person_id = :me)", "me", actor.id());
    }

    private Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                RightsRequest.State.valueOf(row.getString("state")),
                row.getBoolean("high"),
                row.getObject("person_id", UUID.class),
                row.getObject("department_id", UUID.class),
                json.readValue(row.getString("wish"), RightsWish.class),
                wish(row.getString("before")),
                row.getString("reason"),
                row.getObject("requested_by", UUID.class),
                row.getString("requested_from"));
    }

    private @Nullable RightsWish wish(@Nullable String text) {
        return text == null ? null : json.readValue(text, RightsWish.class);
    }

    private RightsRequest request(ResultSet row) throws SQLException {
        Held held = held(row);
        String code = row.getString("role");
        Optional<Role> role = code == null ? Optional.empty() : roles.find(code);
        UUID department = row.getObject("department_id", UUID.class);
        return new RightsRequest(
                held.id(),
                RightsRequest.Kind.valueOf(row.getString("kind")),
                held.state(),
                held.high(),
                held.personId(),
                held.personId() == null ? null : directory.personName(held.personId()),
                code,
                role.map(Role::zh).orElse(code),
                role.map(Role::en).orElse(code),
                department == null ? null : directory.departmentName(department),
                held.wish(),
                held.before(),
                held.reason(),
                directory.personName(held.requestedBy()),
                instant(row, "requested_at"),
                row.getObject("decided_by") == null
                        ? null
                        : directory.personName(row.getObject("decided_by", UUID.class)),
                row.getObject("decided_at") == null ? null : instant(row, "decided_at"),
                row.getString("decision_reason"),
                row.getObject("approval_id", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
