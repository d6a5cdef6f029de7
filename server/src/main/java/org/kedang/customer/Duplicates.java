package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibility;
import org.kedang.kernel.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds customers that are likely the one somebody is about to register. */
@Repository
public class Duplicates {
    /** Why two customers are likely the same. */
    public enum Reason {
        NAME,
        CREDIT_CODE,
        PHONE
    }

    /** A customer that is likely the same. */
    public record Candidate(
            UUID id,
            String number,
            String name,
            String ownerName,
            String departmentName,
            List<Reason> reasons) {}

    /**
     * What was found.
     *
     * @param hidden how many more there are that the reader may not see
     */
    public record Found(List<Candidate> candidates, long hidden) {
        boolean isEmpty() {
            return candidates.isEmpty() && hidden == 0;
        }
    }

    private record Row(Candidate candidate, boolean visible) {}

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Directory directory;

    Duplicates(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /**
     * Makes others who register the same name or phone at this moment wait until this transaction
     * ends.
     */
    void lock(String name, @Nullable String phone) {
        String phoneKey = PhoneNumber.keyIn(phone);
        Stream.of("name " + LikelySame.nameKey(name), phoneKey == null ? "" : "phone " + phoneKey)
                .filter(key -> !key.isEmpty())
                .sorted()
                .forEach(
                        key ->
                                jdbc.sql(
                                                "select"
                                                    + " pg_advisory_xact_lock(hashtextextended(:key,"
                                                    + " 7423))")
                                        .param("key", key)
                                        .query()
                                        .singleRow());
    }

    /**
     * Customers with the same name key, credit code or phone digits (all of them), those the reader
     * may see by name; nothing by phone for whom phones are hidden.
     */
    public Found find(
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable String phone,
            @Nullable UUID exceptId,
            Visibility visibility) {
        Map<String, Object> keys = new HashMap<>();
        keys.put("nameKey", name == null || name.isBlank() ? "" : LikelySame.nameKey(name));
        keys.put("creditCode", creditCode == null ? "" : CreditCode.normalised(creditCode));
        boolean mayAsk = visibility.fields().of(SensitiveField.PHONE) != FieldAccess.HIDDEN;
        String phoneKey = mayAsk ? PhoneNumber.keyIn(phone) : null;
        keys.put("phoneKey", phoneKey == null ? "" : phoneKey);
        keys.put("exceptId", exceptId == null ? new UUID(0, 0) : exceptId);
        List<Row> rows =
                jdbc.sql(
                                """
                                select id, number, name, name_key, credit_code, phone_key, owner_id, department_id
                                from customer
                                where (name_key = :nameKey or credit_code = :creditCode or phone_key = :phoneKey)
                                  and id <> :exceptId
                                order by updated_at desc limit 20
                                """)
                        .params(keys)
                        .query((row, n) -> row(row, keys, visibility))
                        .list();
        List<Candidate> seen =
                rows.stream().filter(Row::visible).map(Row::candidate).limit(MOST).toList();
        return new Found(seen, rows.stream().filter(row -> !row.visible()).count());
    }

    private Row row(ResultSet row, Map<String, Object> keys, Visibility visibility)
            throws SQLException {
        UUID owner = row.getObject("owner_id", UUID.class);
        UUID department = row.getObject("department_id", UUID.class);
        List<Reason> reasons = new ArrayList<>();
        if (Objects.equals(keys.get("nameKey"), row.getString("name_key"))) {
            reasons.add(Reason.NAME);
        }
        if (Objects.equals(keys.get("creditCode"), row.getString("credit_code"))) {
            reasons.add(Reason.CREDIT_CODE);
        }
        if (Objects.equals(keys.get("phoneKey"), row.getString("phone_key"))) {
            reasons.add(Reason.PHONE);
        }
        Candidate candidate =
                new Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("name"),
                        directory.personName(owner),
                        directory.departmentName(department),
                        reasons);
        return new Row(candidate, visibility.includesCustomer(candidate.id(), owner, department));
    }
}
