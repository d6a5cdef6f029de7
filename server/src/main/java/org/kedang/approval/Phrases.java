package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** Opinions that people give again and again; everybody keeps his own. */
@Repository
public class Phrases {
    private static final int MOST = 50;

    /**
     * An opinion that somebody uses frequently.
     *
     * @param used how often he gave exactly it
     */
    @Schema(name = "ApprovalPhrase")
    public record Phrase(UUID id, String phrase, int used) {}

    private final JdbcClient jdbc;

    Phrases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One's own, most used first. */
    public List<Phrase> list(Actor by) {
        return jdbc.sql(
                        "select id, phrase, used from approval_phrase where person_id = :me order"
                                + " by used desc, phrase")
                .param("me", by.id())
                .query(Phrase.class)
                .list();
    }

    /**
     * Keeps one more; one that is there already stays as it is.
     *
     * @throws Problem {@code too-many-phrases} beyond 50
     */
    @Transactional
    public Phrase keep(Actor by, String phrase) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:me, 7428))")
                .param("me", by.id().toString())
                .query()
                .singleRow();
        String text = phrase.strip();
        List<Phrase> own = list(by);
        return own.stream()
                .filter(one -> one.phrase().equals(text))
                .findFirst()
                .orElseGet(() -> add(by, text, own.size()));
    }

    private Phrase add(Actor by, String text, int there) {
        if (there >= MOST) {
            throw Problem.of(ApprovalProblem.TOO_MANY_PHRASES, MOST);
        }
        Phrase phrase = new Phrase(Ids.next(), text, 0);
        jdbc.sql(
                        "insert into approval_phrase (id, person_id, phrase, used) values (:id,"
                                + " :me, :phrase, 0)")
                .param("id", phrase.id())
                .param("me", by.id())
                .param("phrase", text)
                .update();
        return phrase;
    }

    /**
     * Forgets one of one's own.
     *
     * @throws Problem {@code not-found}
     */
    @Transactional
    public void forget(Actor by, UUID id) {
        int own =
                jdbc.sql("delete from approval_phrase where id = :id and person_id = :me")
                        .param("id", id)
                        .param("me", by.id())
                        .update();
        if (own == 0) {
            throw Problem.notFound();
        }
    }

    /** Counts an opinion that was given, if it is one of these. */
    void used(Actor by, @Nullable String opinion) {
        if (opinion != null && !opinion.isBlank()) {
            jdbc.sql(
                            "update approval_phrase set used = used + 1 where person_id = :me and"
                                    + " phrase = :phrase")
                    .param("me", by.id())
                    .param("phrase", opinion.strip())
                    .update();
        }
    }
}
