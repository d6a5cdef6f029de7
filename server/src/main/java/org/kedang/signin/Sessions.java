package org.kedang.signin;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Live sessions: who is signed in from where. A session lives while its row does (Spring Session
 * reads it for every request), so ending one takes effect with the next request, on every node.
 */
@Service
public class Sessions {
    /** One live session as its owner sees it. */
    @Schema(name = "LiveSession")
    public record LiveSession(
            UUID id,
            String address,
            String device,
            String way,
            Instant signedInAt,
            Instant lastUsedAt,
            boolean newDevice,
            boolean current) {}

    /** One live session as administrators see it. */
    @Schema(name = "OnlineSession")
    public record OnlineSession(
            UUID id,
            UUID personId,
            String personName,
            String userName,
            String departmentName,
            String address,
            String device,
            String way,
            Instant signedInAt,
            Instant lastUsedAt,
            boolean current) {}

    /** A sign-in from a browser never seen before. */
    @Schema(name = "NewSignIn")
    public record NewSignIn(UUID id, String address, String device, Instant at) {}

    private record Owned(UUID personId, String sessionId) {}

    private static final String LIVE =
            """
            from sign_in i join spring_session s on s.session_id = i.session_id
            where s.expiry_time > :nowMillis
            """;

    private final JdbcClient jdbc;
    private final KnownDevices devices;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    Sessions(JdbcClient jdbc, KnownDevices devices, Directory directory, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.devices = devices;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes the session that a sign-in opened; its browser is known from now on. */
    @Transactional
    public void opened(UUID person, String sessionId, String device, String way, Origin origin) {
        Instant now = clock.instant();
        boolean isNew = devices.findKnown(person, origin, now) == null && devices.hasAny(person);
        jdbc.sql(
                        """
                        insert into sign_in (id, person_id, session_id, at, address, device, way, new_device)
                        values (:id, :person, :session, :now, :address, :device, :way, :new)
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("session", sessionId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("address", origin.address())
                .param("device", origin.deviceName())
                .param("way", way)
                .param("new", isNew)
                .update();
        devices.remember(person, device, now);
    }

    public List<LiveSession> listOwn(Actor actor, String current) {
        return jdbc.sql(
                        "select i.*, s.last_access_time "
                                + LIVE
                                + " and i.person_id = :person order by s.last_access_time desc"
                                + " limit 100")
                .param("nowMillis", clock.millis())
                .param("person", actor.id())
                .query(
                        (row, n) ->
                                new LiveSession(
                                        row.getObject("id", UUID.class),
                                        row.getString("address"),
                                        row.getString("device"),
                                        row.getString("way"),
                                        signedInAt(row),
                                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                                        row.getBoolean("new_device"),
                                        row.getString("session_id").equals(current)))
                .list();
    }

    public Listing<OnlineSession> listOnline(Paging paging, String current) {
        long counted =
                jdbc.sql("select count(*) " + LIVE)
                        .param("nowMillis", clock.millis())
                        .query(Long.class)
                        .single();
        List<OnlineSession> page =
                jdbc.sql(
                                "select i.*, s.last_access_time "
                                        + LIVE
                                        + " order by s.last_access_time desc, i.id limit :size"
                                        + " offset :offset")
                        .param("nowMillis", clock.millis())
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query((row, n) -> online(row, current))
                        .list();
        return Listing.of(page, paging, counted);
    }

    private OnlineSession online(ResultSet row, String current) throws SQLException {
        Directory.PersonName person = directory.person(row.getObject("person_id", UUID.class));
        return new OnlineSession(
                row.getObject("id", UUID.class),
                person.id(),
                person.name(),
                person.userName(),
                directory.departmentName(person.departmentId()),
                row.getString("address"),
                row.getString("device"),
                row.getString("way"),
                signedInAt(row),
                Instant.ofEpochMilli(row.getLong("last_access_time")),
                row.getString("session_id").equals(current));
    }

    private static Instant signedInAt(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    /** Ends one of one's own sessions. */
    @Transactional
    public void endOwn(Actor actor, UUID id) {
        Owned owned = find(id);
        if (!owned.personId().equals(actor.id())) {
            throw Problem.notFound();
        }
        end(actor, owned);
    }

    /** Ends anybody's session. */
    @Transactional
    public void end(Actor by, UUID id) {
        end(by, find(id));
    }

    private Owned find(UUID id) {
        return jdbc.sql("select person_id, session_id from sign_in where id = :id")
                .param("id", id)
                .query(Owned.class)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private void end(Actor by, Owned owned) {
        int ended =
                jdbc.sql("delete from spring_session where session_id = :session")
                        .param("session", owned.sessionId())
                        .update();
        if (ended == 0) {
            throw Problem.notFound();
        }
        audit.record(
                Entry.of(by, SignInAct.SESSION_ENDED)
                        .subject(
                                "person",
                                owned.personId(),
                                directory.personName(owned.personId())));
    }

    /**
     * Ends all sessions of the person but one.
     *
     * @param except the session that stays; empty for none
     */
    @Transactional
    public void endAll(UUID person, String except) {
        jdbc.sql(
                        """
                        delete from spring_session
                        where session_id <> :except
                            and session_id in (select session_id from sign_in where person_id = :person)
                        """)
                .param("except", except)
                .param("person", person)
                .update();
    }

    /** Ends all of one's own sessions but one. */
    @Transactional
    public void endOthers(Actor actor, String current) {
        endAll(actor.id(), current);
        audit.record(
                Entry.of(actor, SignInAct.SESSION_ENDED)
                        .subject("person", actor.id(), actor.name()));
    }

    /** Sign-ins from new browsers that the person has not yet confirmed as his own. */
    public List<NewSignIn> listNew(Actor actor, String current) {
        return jdbc.sql(
                        """
                        select id, address, device, at from sign_in
                        where person_id = :person and new_device and seen_at is null
                            and session_id <> :current and at > :since
                        order by at desc limit 5
                        """)
                .param("person", actor.id())
                .param("current", current)
                .param("since", clock.instant().minusSeconds(30L * 86_400).atOffset(ZoneOffset.UTC))
                .query(
                        (row, n) ->
                                new NewSignIn(
                                        row.getObject("id", UUID.class),
                                        row.getString("address"),
                                        row.getString("device"),
                                        signedInAt(row)))
                .list();
    }

    /** The person knows of all sign-ins so far. */
    @Transactional
    public void seen(Actor actor) {
        jdbc.sql("update sign_in set seen_at = :now where person_id = :person and seen_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", actor.id())
                .update();
    }
}
