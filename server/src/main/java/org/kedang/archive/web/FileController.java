package org.kedang.archive.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;

import jakarta.servlet.http.HttpServletRequest;

import org.kedang.archive.FileRecords;
import org.kedang.archive.FileRecords.FileView;
import org.kedang.archive.FileRecords.Findings;
import org.kedang.archive.FileTexts.FileText;
import org.kedang.archive.ItemRecords;
import org.kedang.archive.ReadingFiles;
import org.kedang.archive.ReadingFiles.FileBytes;
import org.kedang.archive.StoringFiles;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.storage.ContentAnswer;
import org.kedang.storage.KeyId;
import org.kedang.storage.StorageProblem;
import org.kedang.storage.StorageSettings;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;

@RestController
class FileController {
    /** What stands around one file in a multipart body. */
    private static final long WRAPPING = 64 * 1024;

    record FileList(List<FileView> items) {}

    record UploadForm(@Schema(type = "string", format = "binary") String file) {}

    private final StoringFiles storing;
    private final ReadingFiles reading;
    private final FileRecords records;
    private final ItemRecords items;
    private final StorageSettings settings;

    FileController(
            StoringFiles storing,
            ReadingFiles reading,
            FileRecords records,
            ItemRecords items,
            StorageSettings settings) {
        this.storing = storing;
        this.reading = reading;
        this.records = records;
        this.items = items;
        this.settings = settings;
    }

    /** Stores one or many files, all or none; answers with the first when all are on disk. */
    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = UploadForm.class))))
    @Requires(Permission.ARCHIVE_WRITE)
    @PostMapping("/api/items/{itemId}/files")
    ResponseEntity<FileView> upload(
            @PathVariable UUID itemId, Actor actor, HttpServletRequest request) {
        if (request.getContentLengthLong() > settings.maxFile().toBytes() + WRAPPING) {
            throw Problem.of(StorageProblem.FILE_TOO_LARGE, settings.maxFile().toMegabytes());
        }
        KeyId key = storing.admit(actor, itemId);
        try (MultipartFiles received =
                MultipartFiles.receive(
                        request, (name, bytes) -> storing.receive(key, name, bytes))) {
            UUID first = storing.store(actor, itemId, received.files()).getFirst();
            return ResponseEntity.created(URI.create("/api/files/" + first))
                    .body(file(actor, first));
        }
    }

    /** All versions of all files of the item, newest first. */
    @Requires(Permission.ARCHIVE_READ)
    @GetMapping("/api/items/{itemId}/files")
    FileList list(@PathVariable UUID itemId, Actor actor) {
        return items.find(actor, itemId)
                .map(item -> new FileList(records.listVersions(actor, item.id())))
                .orElseThrow(Problem::notFound);
    }

    @Requires(Permission.ARCHIVE_READ)
    @GetMapping("/api/files/{id}")
    FileView get(@PathVariable UUID id, Actor actor) {
        return file(actor, id);
    }

    @Requires(Permission.ARCHIVE_READ)
    @GetMapping("/api/files/{id}/findings")
    Findings findings(@PathVariable UUID id, Actor actor) {
        return records.findFindings(actor, id).orElseThrow(Problem::notFound);
    }

    /**
     * The text that the examination took from the file; empty while it is not examined or if it has
     * none.
     */
    @Requires(Permission.ARCHIVE_READ)
    @GetMapping("/api/files/{id}/text")
    FileText text(@PathVariable UUID id, Actor actor) {
        return reading.text(actor, id).orElseGet(() -> new FileText("", false));
    }

    /**
     * The bytes as they were uploaded; PDF and images in place if {@code inline}, all else to be
     * saved.
     */
    @Requires(Permission.ARCHIVE_READ)
    @GetMapping("/api/files/{id}/content")
    ResponseEntity<Resource> content(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean inline,
            Actor actor,
            HttpServletRequest request)
            throws IOException {
        FileBytes served = reading.bytes(actor, id, inline, ContentAnswer.isPartial(request));
        return ContentAnswer.of(
                request, served.bytes(), served.file().name(), served.file().sha256(), inline);
    }

    private FileView file(Actor actor, UUID id) {
        return records.find(actor, id).orElseThrow(Problem::notFound).file();
    }
}
