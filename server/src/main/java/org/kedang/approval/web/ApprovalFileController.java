package org.kedang.approval.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.kedang.approval.AttachingFiles;
import org.kedang.approval.ReadingRequestFiles;
import org.kedang.form.FormField;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SignedIn;
import org.kedang.storage.ContentAnswer;
import org.kedang.storage.FileName;
import org.kedang.storage.FormFile;
import org.kedang.storage.StorageProblem;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.UUID;

/** Files of requests. */
@RestController
class ApprovalFileController {
    /** What stands around one file in a multipart body. */
    private static final long WRAPPING = 64 * 1024;

    record ApprovalFileForm(@Schema(type = "string", format = "binary") String file) {}

    private final AttachingFiles attaching;
    private final ReadingRequestFiles reading;

    ApprovalFileController(AttachingFiles attaching, ReadingRequestFiles reading) {
        this.attaching = attaching;
        this.reading = reading;
    }

    /** Keeps one file for a field of a request that is still being written. */
    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    ApprovalFileForm.class))))
    @SignedIn
    @PostMapping("/api/approval-files")
    @ResponseStatus(HttpStatus.CREATED)
    FormFile upload(
            @RequestParam String type,
            @RequestParam String field,
            Actor actor,
            HttpServletRequest request) {
        FormField asked = attaching.admit(actor, type, field);
        if (request.getContentLengthLong() > asked.mostBytes() + WRAPPING) {
            throw Problem.of(StorageProblem.FILE_TOO_LARGE, asked.mostBytes() >> 20);
        }
        try {
            FileItemInput part = part(request);
            try (InputStream bytes = part.getInputStream()) {
                return attaching.keep(actor, type, asked, name(part), bytes);
            }
        } catch (IOException e) {
            throw Problem.of(StorageProblem.UPLOAD_INCOMPLETE);
        }
    }

    /** Removes one's own file that no request has taken. */
    @SignedIn
    @DeleteMapping("/api/approval-files/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Actor actor) {
        attaching.remove(actor, id);
    }

    /**
     * The bytes as they were uploaded; PDF and images in place if {@code inline}, all else to be
     * saved.
     */
    @SignedIn
    @GetMapping("/api/approval-files/{id}/content")
    ResponseEntity<Resource> content(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean inline,
            Actor actor,
            HttpServletRequest request)
            throws IOException {
        ReadingRequestFiles.FileBytes served =
                reading.bytes(actor, id, inline, ContentAnswer.isPartial(request));
        FormFile file = served.file();
        return ContentAnswer.of(request, served.bytes(), file.name(), file.sha256(), inline);
    }

    private static FileItemInput part(HttpServletRequest request) throws IOException {
        if (!JakartaServletFileUpload.isMultipartContent(request)) {
            throw Problem.of(
                    KernelProblem.UNSUPPORTED_MEDIA_TYPE, String.valueOf(request.getContentType()));
        }
        var upload = new JakartaServletFileUpload<>();
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        FileItemInputIterator parts = upload.getItemIterator(request);
        while (parts.hasNext()) {
            FileItemInput part = parts.next();
            if (!part.isFormField()) {
                return part;
            }
        }
        throw Problem.invalid("file", "required", "请选择要上传的文件。", "Choose the file to upload.");
    }

    private static FileName name(FileItemInput part) {
        try {
            return FileName.of(part.getName());
        } catch (InvalidPathException e) {
            return FileName.of(e.getInput());
        }
    }
}
