package org.kedang.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerSummary;
import org.kedang.identity.Entrusting;
import org.kedang.identity.SecrecyLevel;
import org.kedang.index.Thing;
import org.kedang.kernel.ChinaTime;
import org.kedang.storage.KeyId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 案卷: items about one customer or one matter, under one archival number and one data key. */
@Entity
@Indexed
@TypeBinding(binder = @TypeBinderRef(type = DossierBinder.class))
class Dossier implements Entrusting.Held {
    @Id private UUID id;
    @Version private @Nullable Long version;
    private String number;
    private String title;
    private UUID customerId;
    private String customerName;
    private String fondsCode;
    private String categoryCode;
    private String classCode;
    private int year;
    private String periodCode;
    private UUID ownerId;
    private UUID departmentId;

    @Enumerated(EnumType.ORDINAL)
    @JdbcTypeCode(SqlTypes.SMALLINT)
    private SecrecyLevel secrecy;

    @Enumerated(EnumType.STRING)
    private DossierState state;

    private @Nullable String note;
    private UUID keyId;
    private Instant openedAt;
    private UUID openedBy;

    /** Lets the index follow to what is in it. */
    @OneToMany(mappedBy = "dossier")
    @SuppressWarnings("UnusedVariable")
    private List<Item> items = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Dossier() {}

    /** A dossier opened now; work on it begins. */
    Dossier(UUID id, String number, DossierPlan plan, KeyId key, UUID by, Instant now) {
        CustomerSummary customer = plan.customer();
        this.id = id;
        this.number = number;
        this.title = plan.title();
        this.customerId = customer.id();
        this.customerName = customer.name();
        this.fondsCode = plan.fondsCode();
        this.categoryCode = plan.recordClass().categoryCode();
        this.classCode = plan.recordClass().code();
        this.year = plan.year();
        this.periodCode = plan.period();
        this.ownerId = customer.ownerId();
        this.departmentId = plan.departmentId();
        this.secrecy = plan.secrecy();
        this.state = DossierState.TEMPORARY;
        this.note = plan.note();
        this.keyId = key.value();
        this.openedAt = now;
        this.openedBy = by;
    }

    /** Its customer is called something else now. */
    void customerRenamed(String name) {
        customerName = name;
    }

    /** Others look after it from now on; its number stays. */
    void entrust(UUID owner, UUID department) {
        ownerId = owner;
        departmentId = department;
    }

    /** What the index keeps of it. */
    Thing thing() {
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(title);
        texts.add(note);
        return new Thing(
                List.of(title),
                List.of(number),
                Thing.Reach.NONE,
                texts,
                ownerId,
                departmentId,
                id,
                secrecy.ordinal(),
                openedAt,
                filters(secrecy, LocalDate.ofInstant(openedAt, ChinaTime.ZONE)),
                Map.of());
    }

    /** What it and all in it is narrowed by. */
    Map<String, @Nullable Object> filters(SecrecyLevel effective, LocalDate date) {
        return Map.of(
                "classCode", classCode,
                "secrecy", effective,
                "departmentId", departmentId,
                "customerId", customerId,
                "date", date);
    }

    /** The level of something in it that has a level of its own. */
    SecrecyLevel effective(SecrecyLevel own) {
        return own.compareTo(secrecy) > 0 ? own : secrecy;
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    String title() {
        return title;
    }

    UUID customerId() {
        return customerId;
    }

    SecrecyLevel secrecy() {
        return secrecy;
    }

    @Override
    public UUID ownerId() {
        return ownerId;
    }

    @Override
    public UUID departmentId() {
        return departmentId;
    }

    KeyId key() {
        return new KeyId(keyId);
    }
}
