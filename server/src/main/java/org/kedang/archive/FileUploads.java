package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Problem;
import org.kedang.storage.ContentStore;
import org.kedang.storage.FileName;
import org.kedang.storage.Incoming;
import org.kedang.storage.KeyId;
import org.kedang.storage.UploadTarget;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Resumable uploads into the archive. Metadata: {@code filename}; {@code itemId}, or {@code
 * dossierId} to file a new item of the file's name, with {@code documentDate} (today if absent) and
 * {@code relativePath} (kept as a note).
 */
@Component
class FileUploads implements UploadTarget {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_PATH = 1_000;

    private final StoringFiles storing;
    private final FilingItems filing;
    private final Access access;
    private final ContentStore store;
    private final Clock clock;

    FileUploads(
            StoringFiles storing,
            FilingItems filing,
            Access access,
            ContentStore store,
            Clock clock) {
        this.storing = storing;
        this.filing = filing;
        this.access = access;
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public KeyId admit(Actor actor, Map<String, String> metadata) {
        FileName.of(metadata.get("filename"));
        UUID item = id(metadata, "itemId");
        UUID dossier = id(metadata, "dossierId");
        if ((item == null) == (dossier == null)) {
            throw invalid(
                    "itemId", "须指明 itemId 或 dossierId 之一。", "Name either itemId or dossierId.");
        }
        documentDate(metadata);
        return item != null
                ? storing.admit(actor, item)
                : storing.admitted(
                        access.dossier(actor, java.util.Objects.requireNonNull(dossier)));
    }

    @Override
    @Transactional
    public Map<String, String> complete(
            Actor actor, Map<String, String> metadata, Incoming received) {
        FileName name = FileName.of(metadata.get("filename"));
        store.keep(received);
        UUID itemId = id(metadata, "itemId");
        Item item =
                itemId == null ? newItem(actor, metadata, name) : access.lockedItem(actor, itemId);
        UUID file = storing.add(actor, item, name, received.content());
        return Map.of("Kedang-File", file.toString(), "Kedang-Item", item.id().toString());
    }

    private Item newItem(Actor actor, Map<String, String> metadata, FileName name) {
        UUID id = id(metadata, "dossierId");
        if (id == null) {
            throw Problem.notFound();
        }
        return filing.file(
                actor,
                access.dossier(actor, id),
                new ItemFields(
                        title(name),
                        documentDate(metadata),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        path(metadata)));
    }

    private static String title(FileName name) {
        String stem = name.stem().isBlank() ? name.value() : name.stem();
        int[] characters = stem.codePoints().limit(LONGEST_TITLE).toArray();
        return new String(characters, 0, characters.length);
    }

    private LocalDate documentDate(Map<String, String> metadata) {
        String date = metadata.get("documentDate");
        try {
            return date == null || date.isBlank()
                    ? LocalDate.now(clock.withZone(ChinaTime.ZONE))
                    : LocalDate.parse(date.strip());
        } catch (DateTimeParseException e) {
            throw invalid(
                    "documentDate",
                    "没有这一天，请填写存在的日期（如 2026-11-22）。",
                    "No such day; give a real date such as 2026-11-22.");
        }
    }

    /** Only a path with folders says more than the name; what could not be shown is left out. */
    private static @Nullable String path(Map<String, String> metadata) {
        String path = metadata.getOrDefault("relativePath", "");
        boolean printable = path.codePoints().noneMatch(FileUploads::isInvisible);
        return path.contains("/") && path.length() <= LONGEST_PATH && printable
                ? "原路径：" + path
                : null;
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static @Nullable UUID id(Map<String, String> metadata, String name) {
        String text = metadata.get(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }

    private static Problem invalid(String field, String zh, String en) {
        return Problem.invalid(field, "invalid-value", zh, en);
    }
}
