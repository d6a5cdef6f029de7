package org.kedang.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerSummary;
import org.kedang.identity.SecrecyLevel;
import org.kedang.storage.KeyId;

/** 案卷: items about one customer or one matter, under one archival number and one data key. */
@Entity
class Dossier {
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

    UUID ownerId() {
        return ownerId;
    }

    UUID departmentId() {
        return departmentId;
    }

    KeyId key() {
        return new KeyId(keyId);
    }
}
