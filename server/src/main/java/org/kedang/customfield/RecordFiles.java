package org.kedang.customfield;

import org.kedang.storage.FormFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Files of records, as rows. */
@Repository
class RecordFiles extends FormFiles {
    private final JdbcClient jdbc;

    RecordFiles(JdbcClient jdbc) {
        super(jdbc, "custom_file", "record_id");
        this.jdbc = jdbc;
    }

    Optional<Held> find(UUID id) {
        return jdbc.sql("select * from custom_file where id = :id")
                .param("id", id)
                .query((row, n) -> held(row))
                .optional();
    }

    /** All that the record ever named, by age. */
    List<Held> ofRecord(String type, UUID record) {
        return jdbc.sql(
                        "select * from custom_file where record_id = :record and type = :type order"
                                + " by uploaded_at, id")
                .param("record", record)
                .param("type", type)
                .query((row, n) -> held(row))
                .list();
    }

    Map<String, String> names(Collection<UUID> ids) {
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from custom_file where id in (:ids)")
                    .param("ids", ids)
                    .query(
                            row -> {
                                names.put(row.getString("id"), row.getString("name"));
                            });
        }
        return names;
    }

    /**
     * Gives the record somebody's waiting files of that field; those that are the record's already
     * stay.
     *
     * @return how many of them are the record's now
     */
    int attach(UUID owner, String type, UUID record, String field, List<UUID> files) {
        return jdbc.sql(
                        """
                        update custom_file set record_id = :record
                        where id in (:files) and type = :type and field = :field
                            and (record_id = :record or record_id is null and uploaded_by = :owner)
                        """)
                .param("record", record)
                .param("files", files)
                .param("type", type)
                .param("field", field)
                .param("owner", owner)
                .update();
    }
}
