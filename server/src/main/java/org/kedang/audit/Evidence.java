package org.kedang.audit;

import com.github.kagkarlsson.scheduler.Scheduler;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What proves the log: the state of the seal, checkpoints, keys, and proofs. */
@Service
public class Evidence {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    /**
     * @param size leaves in the tree
     * @param unsealed events without a leaf, at most 10,000
     * @param unsealedSince when the oldest of them happened
     * @param folder of the published files
     * @param keyFolder where the files of the signing keys should be
     * @param gaps files of published checkpoints that end before they should; sealing goes on, but
     *     nothing more is written to any
     * @param standing why nothing is sealed; {@code null} if all is well
     * @param failure what went wrong at the last try; {@code null} if nothing did
     */
    public record EvidenceState(
            long size,
            long unsealed,
            @Nullable Instant unsealedSince,
            @Nullable CheckpointView newest,
            @Nullable CheckpointView published,
            String folder,
            String keyFolder,
            List<GapView> gaps,
            List<KeyView> keys,
            List<ChannelView> channels,
            @Nullable StandingView standing,
            @Nullable String failure) {}

    /**
     * @param root base64
     * @param note the signed text
     */
    public record CheckpointView(
            long size, Instant at, String root, String note, List<TimeStampView> timeStamps) {}

    public record TimeStampView(String authority, Instant at) {}

    /**
     * @param id first four bytes of the key's hash, in hex; each signature names it
     * @param fingerprint SHA-256 of the public key
     * @param vkey the public key as one word
     * @param there whether its file is in the folder of keys
     * @param by who started it; {@code null} for the first, which the installation makes
     */
    public record KeyView(
            int generation,
            SignatureKind kind,
            String name,
            String id,
            String fingerprint,
            String vkey,
            boolean there,
            Instant since,
            @Nullable String by,
            @Nullable String reason) {}

    /**
     * @param expected bytes that were written
     * @param actual bytes that are there
     */
    public record GapView(String file, long expected, long actual) {}

    /**
     * @param size of the last checkpoint that arrived; {@code null} if none did
     * @param waiting deliveries still to be made
     */
    public record ChannelView(
            String channel,
            boolean on,
            String place,
            @Nullable Long size,
            @Nullable Instant at,
            long waiting) {}

    /**
     * @param cause ROLLED_BACK: an older database; DIFFERENT: a changed one; FORGED: the file's end
     *     is not signed; KEY_LOST: the file of the signing key is missing
     * @param found what the database has; {@code null} if nothing
     */
    public record StandingView(
            String cause,
            long publishedSize,
            Instant publishedAt,
            @Nullable Long foundSize,
            @Nullable Instant foundAt) {}

    /**
     * @param leafHash base64
     * @param path base64 hashes from the leaf's sibling upwards (RFC 6962, section 2.1.1)
     * @param intact whether the event as it is kept now still has that hash
     * @param note the checkpoint whose root the path leads to
     */
    public record InclusionProof(
            UUID eventId,
            long index,
            long size,
            String leafHash,
            List<String> path,
            boolean intact,
            String note) {}

    /**
     * @param path base64 hashes (RFC 6962, section 2.1.2)
     */
    public record ConsistencyProof(
            long from, long to, List<String> path, String fromNote, String toNote) {}

    private final JdbcClient jdbc;
    private final Checkpoints checkpoints;
    private final LoggedEvents events;
    private final NoteKeys keys;
    private final CheckpointFile file;
    private final Sealing sealing;
    private final Publishing publishing;
    private final Unsealed unsealed;
    private final Scheduler scheduler;

    Evidence(
            JdbcClient jdbc,
            LoggedEvents events,
            NoteKeys keys,
            CheckpointFile file,
            Sealing sealing,
            Publishing publishing,
            Scheduler scheduler) {
        this.jdbc = jdbc;
        this.checkpoints = new Checkpoints(jdbc);
        this.unsealed = new Unsealed(jdbc);
        this.events = events;
        this.keys = keys;
        this.file = file;
        this.sealing = sealing;
        this.publishing = publishing;
        this.scheduler = scheduler;
    }

    public EvidenceState state() {
        Optional<KeptCheckpoint> newest = checkpoints.findNewest();
        Unsealed.Backlog backlog = unsealed.since(newest);
        return new EvidenceState(
                newest.map(KeptCheckpoint::size).orElse(0L),
                backlog.events(),
                backlog.since(),
                newest.map(this::view).orElse(null),
                published(),
                file.folder().toString(),
                keys.folder().toString(),
                sealing.gaps().stream().map(Evidence::view).toList(),
                keys(),
                publishing.deliveries().stream().map(this::channel).toList(),
                sealing.standing().map(Evidence::view).orElse(null),
                sealing.failure().orElse(null));
    }

    private @Nullable CheckpointView published() {
        return file.findLast()
                .flatMap(note -> checkpoints.find(note.checkpoint().size()))
                .map(this::view)
                .orElse(null);
    }

    /** Newest first, from the given size downwards. */
    public List<CheckpointView> listCheckpoints(@Nullable Long upTo, int most) {
        return checkpoints.listUpTo(upTo == null ? Long.MAX_VALUE : upTo, most).stream()
                .map(this::view)
                .toList();
    }

    /** All published notes, oldest first, each followed by an empty line. */
    public void copyPublished(OutputStream out) throws IOException {
        file.copyTo(out);
    }

    /** The public keys, one a line, the newest last. */
    public String vkeys() {
        return String.join("\n", keys.known().stream().map(KnownKey::vkey).toList()) + "\n";
    }

    /**
     * The newest time-stamp's token for a checkpoint.
     *
     * @throws Problem if there is none
     */
    public byte[] timeStamp(long size) {
        return jdbc.sql(
                        "select token from audit_time_stamp where size = :size order by at desc"
                                + " limit 1")
                .param("size", size)
                .query(byte[].class)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /**
     * That the event is among those of the newest checkpoint.
     *
     * @throws Problem if there is no such event or it is not sealed yet
     */
    public InclusionProof prove(UUID event) {
        record Leaf(long index, byte[] hash, byte[] now) {}
        Leaf leaf =
                jdbc.sql(
                                "select l.index as leaf, l.hash, "
                                        + LoggedEvents.COLUMNS
                                        + """
                                        from audit_leaf l join audit_event e on e.at = l.event_at and e.id = l.event_id
                                        where l.event_id = :event
                                        """)
                        .param("event", event)
                        .query(
                                (row, number) ->
                                        new Leaf(
                                                row.getLong("leaf"),
                                                row.getBytes("hash"),
                                                new TreeHash()
                                                        .leaf(EventLine.of(events.read(row)))))
                        .optional()
                        .orElseThrow(() -> missing(event));
        KeptCheckpoint newest = checkpoints.findNewest().orElseThrow();
        Tree tree = new Tree(newest.size(), new StoredNodes(jdbc));
        return new InclusionProof(
                event,
                leaf.index(),
                newest.size(),
                BASE64.encodeToString(leaf.hash()),
                base64(tree.inclusion(leaf.index())),
                Arrays.equals(leaf.hash(), leaf.now()),
                newest.note());
    }

    private Problem missing(UUID event) {
        return isKept(event) ? Problem.of(SealingProblem.EVENT_NOT_SEALED) : Problem.notFound();
    }

    /**
     * An id tells the millisecond of its making (RFC 9562, section 5.7), and that its partition.
     */
    private boolean isKept(UUID event) {
        OffsetDateTime made =
                Instant.ofEpochMilli(event.getMostSignificantBits() >>> 16)
                        .atOffset(ZoneOffset.UTC);
        return event.version() == 7
                && jdbc.sql(
                                """
                                select exists (select 1 from audit_event
                                    where at between :from and :until and id = :id)
                                """)
                        .param("from", made.minusMinutes(1))
                        .param("until", made.plusMinutes(1))
                        .param("id", event)
                        .query(Boolean.class)
                        .single();
    }

    /**
     * That the log of one checkpoint is the beginning of that of another.
     *
     * @throws Problem if there is no checkpoint of either size
     */
    public ConsistencyProof proveGrowth(long from, long to) {
        KeptCheckpoint older = checkpoint(Math.min(from, to));
        KeptCheckpoint newer = checkpoint(Math.max(from, to));
        Tree tree = new Tree(newer.size(), new StoredNodes(jdbc));
        return new ConsistencyProof(
                older.size(),
                newer.size(),
                base64(tree.consistency(older.size())),
                older.note(),
                newer.note());
    }

    /**
     * Lets sealing go on with the database as it is.
     *
     * @throws Problem if the database agrees with what was published
     */
    public void confirmRestore(Actor actor, String reason) {
        sealing.confirmRestore(actor, reason);
    }

    /**
     * Starts a new signing key, writes it and a note of both keys into the published files, and
     * sends a checkpoint signed with it wherever checkpoints go.
     *
     * @throws Problem if sealing stands still for another reason than a lost key
     */
    public void startKey(Actor actor, String reason) {
        sealing.startKey(actor, reason);
        sealing.publishNow();
        publishing.publishNewest(scheduler);
    }

    /**
     * Writes published checkpoints again that are missing from their files.
     *
     * @throws Problem if none is
     */
    public void republish(Actor actor, String reason) {
        sealing.republish(actor, reason);
    }

    private KeptCheckpoint checkpoint(long size) {
        return checkpoints
                .find(size)
                .orElseThrow(() -> Problem.of(SealingProblem.NO_SUCH_CHECKPOINT, size));
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(BASE64::encodeToString).toList();
    }

    private List<KeyView> keys() {
        Set<String> there =
                keys.all().stream().map(NoteKey::vkey).collect(Collectors.toUnmodifiableSet());
        return keys.known().stream().map(key -> view(key, there.contains(key.vkey()))).toList();
    }

    private static KeyView view(KnownKey key, boolean there) {
        return new KeyView(
                key.generation(),
                key.kind(),
                key.name(),
                key.id(),
                key.fingerprint(),
                key.vkey(),
                there,
                key.since(),
                key.by(),
                key.reason());
    }

    private static GapView view(FilePublishing.Gap gap) {
        return new GapView(gap.file(), gap.expected(), gap.actual());
    }

    private CheckpointView view(KeptCheckpoint kept) {
        List<TimeStampView> stamps =
                jdbc.sql(
                                "select authority, at from audit_time_stamp where size = :size"
                                        + " order by at")
                        .param("size", kept.size())
                        .query(
                                (row, number) ->
                                        new TimeStampView(
                                                row.getString("authority"),
                                                LoggedEvents.instant(row, "at")))
                        .list();
        return new CheckpointView(
                kept.size(),
                kept.checkpoint().at(),
                BASE64.encodeToString(kept.checkpoint().root()),
                kept.note(),
                stamps);
    }

    private ChannelView channel(Delivery delivery) {
        Optional<Publishing.Done> last = publishing.findLast(delivery);
        return new ChannelView(
                delivery.channel(),
                delivery.isOn(),
                delivery.place(),
                last.map(Publishing.Done::size).orElse(null),
                last.map(Publishing.Done::at).orElse(null),
                publishing.countWaiting(delivery));
    }

    private static StandingView view(Standing standing) {
        Checkpoint found = standing.found();
        return new StandingView(
                standing.cause().name(),
                standing.published().size(),
                standing.published().at(),
                found == null ? null : found.size(),
                found == null ? null : found.at());
    }
}
