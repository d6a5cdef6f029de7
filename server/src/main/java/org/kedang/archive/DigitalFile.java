package org.kedang.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;
import org.jspecify.annotations.Nullable;
import org.kedang.document.DocumentFormat;
import org.kedang.document.Severity;
import org.kedang.identity.SecrecyLevel;
import org.kedang.index.Thing;
import org.kedang.kernel.ChinaTime;
import org.kedang.storage.ContentId;
import org.kedang.storage.FileName;
import org.kedang.storage.StoredContent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 电子文件: one version of one file of an item; its bytes never change. */
@Entity
@Indexed
@TypeBinding(binder = @TypeBinderRef(type = DigitalFileBinder.class))
class DigitalFile {
    @Id private UUID id;
    @Version private @Nullable Long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Item item;

    private UUID contentId;
    private String name;
    private int versionNumber;
    private boolean current;
    private long size;
    private String sha256;
    private @Nullable String formatMime;
    private @Nullable String formatName;

    @Enumerated(EnumType.STRING)
    private ExaminationState examination;

    private int attempts;

    @Enumerated(EnumType.STRING)
    private @Nullable Severity worst;

    private @Nullable Instant examinedAt;
    private Instant uploadedAt;
    private UUID uploadedBy;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected DigitalFile() {}

    /** A file stored now, the current version of its name. */
    DigitalFile(
            UUID id,
            Item item,
            FileName name,
            int versionNumber,
            StoredContent content,
            UUID by,
            Instant now) {
        this.id = id;
        this.item = item;
        this.contentId = content.id().value();
        this.name = name.value();
        this.versionNumber = versionNumber;
        this.current = true;
        this.size = content.size();
        this.sha256 = content.sha256();
        this.examination = ExaminationState.PENDING;
        this.uploadedAt = now;
        this.uploadedBy = by;
    }

    /** A newer version of the same name has come; this one stays readable. */
    void superseded() {
        current = false;
    }

    /** Counts an attempt to examine it. */
    void examinationBegins() {
        examination = ExaminationState.RUNNING;
        attempts++;
    }

    /** The attempt did not come to an end that says anything about the file. */
    void examinationWaits() {
        examination = ExaminationState.PENDING;
    }

    void examined(DocumentFormat format, @Nullable Severity worst, Instant now) {
        this.examination = ExaminationState.DONE;
        this.formatMime = format.mime();
        this.formatName = format.name();
        this.worst = worst;
        this.examinedAt = now;
    }

    /** No attempt more will be made. */
    void examinationFailed(Instant now) {
        this.examination = ExaminationState.FAILED;
        this.worst = Severity.ERROR;
        this.examinedAt = now;
    }

    boolean isExaminationOver() {
        return examination == ExaminationState.DONE || examination == ExaminationState.FAILED;
    }

    /**
     * What the index keeps of it.
     *
     * @param text what it says
     */
    Thing thing(String text) {
        Dossier dossier = item.dossier();
        SecrecyLevel effective = dossier.effective(item.secrecy());
        return new Thing(
                List.of(name),
                List.of(),
                Thing.Reach.NONE,
                List.of(name, text),
                dossier.ownerId(),
                dossier.departmentId(),
                dossier.id(),
                effective.ordinal(),
                uploadedAt,
                dossier.filters(effective, LocalDate.ofInstant(uploadedAt, ChinaTime.ZONE)),
                Map.of());
    }

    UUID id() {
        return id;
    }

    Item item() {
        return item;
    }

    ContentId content() {
        return new ContentId(contentId);
    }

    String name() {
        return name;
    }

    int versionNumber() {
        return versionNumber;
    }

    boolean isCurrent() {
        return current;
    }

    long size() {
        return size;
    }

    int attempts() {
        return attempts;
    }
}
