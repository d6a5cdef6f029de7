package org.kedang.storage.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.storage.StorageProblem;
import org.kedang.storage.StorageSettings;
import org.kedang.storage.UploadProgress;
import org.kedang.storage.Uploads;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Speaks tus 1.0.0 (https://tus.io/protocols/resumable-upload) for {@link Uploads}. */
@RestController
@RequestMapping("/api/uploads")
class UploadController {
    private static final String VERSION = "1.0.0";
    private static final String TUS = "Tus-Resumable";

    private final Uploads uploads;
    private final StorageSettings settings;

    UploadController(Uploads uploads, StorageSettings settings) {
        this.uploads = uploads;
        this.settings = settings;
    }

    @Requires(Permission.ARCHIVE_WRITE)
    @RequestMapping(method = RequestMethod.OPTIONS)
    ResponseEntity<Void> abilities() {
        return ResponseEntity.noContent()
                .header(TUS, VERSION)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,expiration,termination")
                .header("Tus-Max-Size", String.valueOf(settings.maxFile().toBytes()))
                .build();
    }

    @Requires(Permission.ARCHIVE_WRITE)
    @PostMapping
    ResponseEntity<Void> begin(
            Actor actor,
            @RequestHeader(name = TUS, required = false) @Nullable String version,
            @RequestHeader(name = "Upload-Length", required = false) @Nullable String length,
            @RequestHeader(name = "Upload-Metadata", required = false) @Nullable String metadata,
            HttpServletResponse response) {
        speak(version, response);
        UploadProgress begun =
                uploads.begin(
                        actor, number("Upload-Length", length), UploadMetadata.parse(metadata));
        return answer(HttpStatus.CREATED, begun)
                .location(URI.create("/api/uploads/" + begun.id()))
                .build();
    }

    @Requires(Permission.ARCHIVE_WRITE)
    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> ask(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = TUS, required = false) @Nullable String version,
            HttpServletResponse response) {
        speak(version, response);
        UploadProgress progress = uploads.get(actor, id);
        return answer(HttpStatus.OK, progress)
                .cacheControl(CacheControl.noStore())
                .header("Upload-Length", String.valueOf(progress.length()))
                .build();
    }

    @Requires(Permission.ARCHIVE_WRITE)
    @PatchMapping(path = "/{id}", consumes = "application/offset+octet-stream")
    ResponseEntity<Void> append(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = TUS, required = false) @Nullable String version,
            @RequestHeader(name = "Upload-Offset", required = false) @Nullable String offset,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        speak(version, response);
        UploadProgress progress =
                uploads.append(
                        actor,
                        id,
                        number("Upload-Offset", offset),
                        request.getInputStream(),
                        request.getContentLengthLong());
        return answer(HttpStatus.NO_CONTENT, progress).build();
    }

    @Requires(Permission.ARCHIVE_WRITE)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> terminate(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = TUS, required = false) @Nullable String version,
            HttpServletResponse response) {
        speak(version, response);
        uploads.terminate(actor, id);
        return ResponseEntity.noContent().build();
    }

    // Set on the response itself, so that refusals carry it too.
    private static void speak(@Nullable String version, HttpServletResponse response) {
        response.setHeader(TUS, VERSION);
        if (!VERSION.equals(version)) {
            response.setHeader("Tus-Version", VERSION);
            throw Problem.of(StorageProblem.UNSUPPORTED_TUS_VERSION);
        }
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status, UploadProgress progress) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status)
                        .header("Upload-Offset", String.valueOf(progress.offset()))
                        .header("Upload-Expires", httpDate(progress.expiresAt()));
        progress.answer().forEach(answer::header);
        return answer;
    }

    private static String httpDate(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static long number(String header, @Nullable String text) {
        try {
            long number = text == null ? -1 : Long.parseLong(text.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw Problem.of(KernelProblem.MALFORMED_REQUEST, header);
    }
}
