package org.kedang.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kedang.identity.SecrecyLevel;
import org.kedang.index.Thing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** 件: one document of a dossier, as described by people. */
@Entity
@Indexed
@TypeBinding(binder = @TypeBinderRef(type = ItemBinder.class))
class Item {
    @Id private UUID id;
    @Version private @Nullable Long version;
    private String number;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Dossier dossier;

    private String title;
    private LocalDate documentDate;
    private @Nullable String documentNumber;
    private @Nullable String responsibleParty;
    private @Nullable String documentKind;
    private @Nullable Integer pages;

    @Enumerated(EnumType.STRING)
    private Carrier carrier;

    @Enumerated(EnumType.ORDINAL)
    @JdbcTypeCode(SqlTypes.SMALLINT)
    private SecrecyLevel secrecy;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] keywords;

    private @Nullable String note;
    private Instant createdAt;
    private UUID createdBy;
    private Instant updatedAt;
    private UUID updatedBy;

    /** Lets the index follow to its files. */
    @OneToMany(mappedBy = "item")
    @SuppressWarnings("UnusedVariable")
    private List<DigitalFile> files = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Item() {}

    /** An item filed now; {@code fields} must be normalised for this dossier. */
    @SuppressWarnings("NullAway.Init") // the rest is set by describe
    Item(UUID id, String number, Dossier dossier, ItemFields fields, UUID by, Instant now) {
        this.id = id;
        this.number = number;
        this.dossier = dossier;
        this.createdAt = now;
        this.createdBy = by;
        describe(fields, by, now);
    }

    /** Takes over a new description. */
    void describe(ItemFields fields, UUID by, Instant now) {
        title = fields.title();
        documentDate = fields.documentDate();
        documentNumber = fields.documentNumber();
        responsibleParty = fields.responsibleParty();
        documentKind = fields.documentKind();
        pages = fields.pages();
        carrier = Objects.requireNonNull(fields.carrier());
        secrecy = Objects.requireNonNull(fields.secrecy());
        keywords = Objects.requireNonNull(fields.keywords()).toArray(String[]::new);
        note = fields.note();
        updatedAt = now;
        updatedBy = by;
    }

    ItemFields fields() {
        return new ItemFields(
                title,
                documentDate,
                documentNumber,
                responsibleParty,
                documentKind,
                pages,
                carrier,
                secrecy,
                List.of(keywords),
                note);
    }

    /** What the index keeps of it. */
    Thing thing() {
        SecrecyLevel effective = dossier.effective(secrecy);
        List<@Nullable String> names = new ArrayList<>(List.of(keywords));
        names.add(title);
        List<@Nullable String> codes = new ArrayList<>(List.of(number));
        codes.add(documentNumber);
        List<@Nullable String> texts = new ArrayList<>(names);
        texts.add(responsibleParty);
        texts.add(documentKind);
        texts.add(note);
        return new Thing(
                names,
                codes,
                Thing.Reach.NONE,
                texts,
                dossier.ownerId(),
                dossier.departmentId(),
                dossier.id(),
                effective.ordinal(),
                updatedAt,
                dossier.filters(effective, documentDate),
                Map.of());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    String number() {
        return number;
    }

    String title() {
        return title;
    }

    Dossier dossier() {
        return dossier;
    }

    SecrecyLevel secrecy() {
        return secrecy;
    }
}
