package org.kedang.privacy;

import org.kedang.consent.ConsentChannel;
import org.kedang.identity.Directory;
import org.kedang.identity.FieldRights;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.RowMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A row of a rights case as the reader may see it today. */
record CaseRow(
        Actor reader, FieldRights fields, Directory directory, CaseTerm term, LocalDate today)
        implements RowMapper<RightsCase> {
    @Override
    public RightsCase mapRow(ResultSet row, int number) throws SQLException {
        CaseState state = CaseState.valueOf(row.getString("state"));
        LocalDate due = row.getObject("due_on", LocalDate.class);
        UUID responsible = row.getObject("responsible_id", UUID.class);
        String identity = row.getString("identity");
        UUID closedBy = row.getObject("closed_by", UUID.class);
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new RightsCase(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("number"),
                CaseKind.valueOf(row.getString("kind")),
                state,
                row.getObject("customer_id", UUID.class),
                row.getString("customer_number"),
                row.getString("customer_name"),
                row.getString("requester"),
                fields.shownContact(row.getString("contact")),
                ConsentChannel.valueOf(row.getString("channel")),
                row.getString("wish"),
                row.getObject("received_on", LocalDate.class),
                due,
                state.isOpen() ? (Long) term.left(today, due) : null,
                responsible,
                directory.personName(responsible),
                identity == null ? null : IdentityProof.valueOf(identity),
                row.getString("answer"),
                row.getObject("answered_on", LocalDate.class),
                closedBy == null ? null : directory.personName(closedBy),
                closedAt == null ? null : closedAt.toInstant(),
                directory.personName(row.getObject("recorded_by", UUID.class)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                RightsCases.mayWorkOn(reader, responsible));
    }
}
