package org.kedang.preference;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The topics under which preferences are written; there are few. */
@Service
public class Topics {
    private final JdbcClient jdbc;
    private final Audit audit;

    Topics(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public List<Topic> list() {
        return jdbc.sql("select * from preference_topic order by closed, place, name_zh")
                .query(Topic.class)
                .list();
    }

    Optional<Topic> find(UUID id) {
        return jdbc.sql("select * from preference_topic where id = :id")
                .param("id", id)
                .query(Topic.class)
                .optional();
    }

    /**
     * @throws Problem {@code preference-topic-known}
     */
    @Transactional
    public Topic add(Actor actor, String nameZh, String nameEn, int place) {
        Topic topic = new Topic(Ids.next(), nameZh.strip(), nameEn.strip(), place, false);
        jdbc.sql(
                        "insert into preference_topic (id, name_zh, name_en, place) values (:id,"
                                + " :nameZh, :nameEn, :place)")
                .paramSource(topic)
                .update();
        audit.record(
                Entry.of(actor, PreferenceAct.TOPIC_CHANGED).change("topic", null, topic.nameZh()));
        return topic;
    }

    /**
     * @throws Problem {@code not-found}, {@code preference-topic-known}
     */
    @Transactional
    public Topic change(Actor actor, Topic topic) {
        Topic before = find(topic.id()).orElseThrow(Problem::notFound);
        jdbc.sql(
                        "update preference_topic set name_zh = :nameZh, name_en = :nameEn, place ="
                                + " :place, closed = :closed where id = :id")
                .paramSource(topic)
                .update();
        audit.record(
                Entry.of(actor, PreferenceAct.TOPIC_CHANGED)
                        .change("topic", before.nameZh(), topic.nameZh())
                        .change("closed", before.closed(), topic.closed()));
        return topic;
    }
}
