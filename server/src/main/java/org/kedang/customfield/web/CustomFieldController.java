package org.kedang.customfield.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.customfield.CustomField;
import org.kedang.customfield.DefiningFields;
import org.kedang.customfield.FieldSet;
import org.kedang.customfield.KeepingFiles;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.Version;
import org.kedang.storage.ContentAnswer;
import org.kedang.storage.FormFile;
import org.kedang.storage.UploadedScan;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

@RestController
class CustomFieldController {
    @Schema(name = "RecordType")
    record Type(String code, Label name) {}

    record RecordTypeList(List<Type> items) {}

    record CustomFieldsWanted(
            @NotNull(message = "required") @Size(max = 200, message = "too-many:200")
                    List<@Valid @NotNull(message = "required") CustomField> fields) {}

    record CustomFileList(List<FormFile> items) {}

    record CustomFileForm(@Schema(type = "string", format = "binary") String file) {}

    private final DefiningFields defining;
    private final KeepingFiles files;

    CustomFieldController(DefiningFields defining, KeepingFiles files) {
        this.defining = defining;
        this.files = files;
    }

    /** The kinds of records to which fields can be added. */
    @SignedIn
    @GetMapping("/api/record-types")
    RecordTypeList types() {
        return new RecordTypeList(
                defining.types().stream().map(one -> new Type(one.code(), one.name())).toList());
    }

    /** The fields of a kind of record, withdrawn ones too. */
    @SignedIn
    @GetMapping("/api/record-types/{type}/fields")
    ResponseEntity<FieldSet> fields(@PathVariable String type) {
        return answer(defining.get(type));
    }

    /** Replaces the whole set, in the order in which the fields are asked. */
    @Requires(Permission.PROCESS_MANAGE)
    @PutMapping("/api/record-types/{type}/fields")
    ResponseEntity<FieldSet> define(
            @PathVariable String type,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @org.springframework.web.bind.annotation.RequestBody CustomFieldsWanted wanted,
            Actor actor) {
        return answer(
                defining.define(actor, type, Version.ofIfMatch(ifMatch).number(), wanted.fields()));
    }

    private static ResponseEntity<FieldSet> answer(FieldSet set) {
        return ResponseEntity.ok().eTag(new Version(set.version()).etag()).body(set);
    }

    /** Keeps one file of at most 20 MiB for a field of a record that is being written. */
    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    CustomFileForm.class))))
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/custom-files")
    @ResponseStatus(HttpStatus.CREATED)
    FormFile upload(
            @RequestParam String type,
            @RequestParam String field,
            Actor actor,
            HttpServletRequest request) {
        UploadedScan file = UploadedScan.of(request);
        return files.keep(actor, type, field, file.name(), file.bytes());
    }

    /** Removes one's own file that no record has taken. */
    @Requires(Permission.CUSTOMER_WRITE)
    @DeleteMapping("/api/custom-files/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFile(@PathVariable UUID id, Actor actor) {
        files.remove(actor, id);
    }

    /** The files of a record, those of earlier versions too. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/record-types/{type}/records/{id}/files")
    CustomFileList files(@PathVariable String type, @PathVariable UUID id, Actor actor) {
        return new CustomFileList(files.list(actor, type, id));
    }

    /** The bytes; PDF and images in place if {@code inline}, all else to be saved. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/custom-files/{id}/content")
    ResponseEntity<Resource> content(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean inline,
            Actor actor,
            HttpServletRequest request)
            throws IOException {
        KeepingFiles.FileBytes served = files.bytes(actor, id, inline);
        FormFile file = served.file();
        return ContentAnswer.of(request, served.bytes(), file.name(), file.sha256(), inline);
    }
}
