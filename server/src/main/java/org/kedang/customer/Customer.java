package org.kedang.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.kedang.customer.PeopleOfCustomers.Person;
import org.kedang.customfield.CustomValues;
import org.kedang.identity.Entrusting;
import org.kedang.index.SortKeys;
import org.kedang.index.Thing;
import org.kedang.kernel.Ids;
import org.kedang.kernel.PhoneNumber;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** An organisation or a person the company deals with. */
@Entity
@Indexed
@TypeBinding(binder = @TypeBinderRef(type = CustomerBinder.class))
class Customer implements Entrusting.Held {
    @Id private UUID id;
    @Version private @Nullable Long version;
    private String number;

    @Enumerated(EnumType.STRING)
    private CustomerType type;

    private String name;
    private String nameKey;
    private @Nullable String shortName;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] formerNames;

    private @Nullable String creditCode;
    private @Nullable String idNumber;
    private @Nullable String legalRepresentative;
    private @Nullable String regionCode;
    private @Nullable String address;
    private @Nullable String phone;
    private @Nullable String phoneKey;
    private @Nullable String fax;
    private @Nullable String mail;
    private @Nullable String web;
    private @Nullable String bankName;
    private @Nullable String bankAccount;
    private @Nullable String industryCode;
    private @Nullable String businessScope;

    @Enumerated(EnumType.STRING)
    private @Nullable CustomerSize size;

    @Enumerated(EnumType.STRING)
    private @Nullable CustomerNature nature;

    @Enumerated(EnumType.STRING)
    private @Nullable CustomerSource source;

    private @Nullable LocalDate cooperatingSince;
    private @Nullable UUID parentId;

    @Enumerated(EnumType.STRING)
    private CustomerKind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable CustomerGrade grade;

    private boolean gradeByHand;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] tags;

    private UUID ownerId;
    private UUID departmentId;
    private @Nullable String note;

    /** JSON of the custom fields' values by name. */
    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String more;

    private Instant createdAt;
    private UUID createdBy;
    private Instant updatedAt;
    private UUID updatedBy;
    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Customer() {}

    /**
     * A customer registered now.
     *
     * @param fields normalised and checked, with an owner and a department
     */
    @SuppressWarnings("NullAway.Init") // the rest is set by rewrite
    Customer(String number, CustomerFields fields, UUID by, Instant now) {
        this.id = Ids.next();
        this.number = number;
        this.createdAt = now;
        this.createdBy = by;
        rewrite(fields, null, by, now);
    }

    /** Takes over what was written. A grade that a person gives stays until he takes it back. */
    final void rewrite(CustomerFields fields, @Nullable String why, UUID by, Instant now) {
        gradeByHand = fields.grade() != null && (gradeByHand || fields.grade() != grade);
        type = fields.type();
        name = fields.name();
        nameKey = LikelySame.nameKey(fields.name());
        shortName = fields.shortName();
        formerNames = array(fields.formerNames());
        creditCode = fields.creditCode();
        idNumber = fields.idNumber();
        legalRepresentative = fields.legalRepresentative();
        regionCode = fields.regionCode();
        address = fields.address();
        phone = fields.phone();
        phoneKey = PhoneNumber.keyIn(fields.phone());
        fax = fields.fax();
        mail = fields.mail();
        web = fields.web();
        bankName = fields.bankName();
        bankAccount = fields.bankAccount();
        industryCode = fields.industryCode();
        businessScope = fields.businessScope();
        size = fields.size();
        nature = fields.nature();
        source = fields.source();
        cooperatingSince = fields.cooperatingSince();
        parentId = fields.parentId();
        tags = array(fields.tags());
        kind = Objects.requireNonNull(fields.kind());
        grade = fields.grade();
        ownerId = Objects.requireNonNull(fields.ownerId());
        departmentId = Objects.requireNonNull(fields.departmentId());
        note = fields.note();
        more = CustomValues.write(fields.custom());
        touched(why, by, now);
    }

    private static String[] array(@Nullable List<String> texts) {
        return texts == null ? new String[0] : texts.toArray(String[]::new);
    }

    private void touched(@Nullable String why, UUID by, Instant now) {
        reason = why;
        updatedAt = now;
        updatedBy = by;
    }

    /** Others look after it from now on. */
    void entrust(UUID owner, UUID department, UUID by, Instant now) {
        ownerId = owner;
        departmentId = department;
        touched(null, by, now);
    }

    /** A rule found this grade; a grade that a person gave is not touched. */
    void grade(@Nullable CustomerGrade found, String why, UUID by, Instant now) {
        if (!gradeByHand) {
            grade = found;
            touched(why, by, now);
        }
    }

    @Nullable CustomerGrade grade() {
        return grade;
    }

    boolean gradeByHand() {
        return gradeByHand;
    }

    CustomerFields fields() {
        return new CustomerFields(
                type,
                name,
                shortName,
                List.of(formerNames),
                creditCode,
                idNumber,
                legalRepresentative,
                regionCode,
                address,
                phone,
                fax,
                mail,
                web,
                bankName,
                bankAccount,
                industryCode,
                businessScope,
                size,
                nature,
                source,
                cooperatingSince,
                parentId,
                kind,
                grade,
                List.of(tags),
                ownerId,
                departmentId,
                note,
                custom());
    }

    /** Values of custom fields by name. */
    Map<String, Object> custom() {
        return CustomValues.read(more);
    }

    /** What is told when these fields were changed. */
    CustomerChanged changed(Set<String> fields, UUID by) {
        return new CustomerChanged(id, number, name, ownerId, departmentId, fields, by);
    }

    /**
     * What the index keeps of it.
     *
     * @param texts of custom fields, by which it is found too
     * @param marks of custom fields, by which it is narrowed
     * @param people through whom it is found too
     */
    Thing thing(List<String> texts, List<String> marks, List<Person> people) {
        Map<String, @Nullable Object> filters = new HashMap<>();
        filters.put("type", type);
        filters.put("kind", kind);
        filters.put("grade", grade);
        filters.put("ownerId", ownerId);
        filters.put("departmentId", departmentId);
        filters.put("regionCode", regionCode);
        filters.put("industryCode", industryCode);
        filters.put("tag", List.of(tags));
        filters.put("companySize", size);
        filters.put("nature", nature);
        filters.put("source", source);
        filters.put("cooperatingSince", cooperatingSince);
        filters.put("createdOn", CustomerBinder.day(createdAt));
        filters.put("date", CustomerBinder.day(updatedAt));
        filters.put("customerId", id);
        filters.put(CustomValues.MEMBER, marks);
        Map<String, @Nullable String> sorts = new HashMap<>();
        sorts.put("number", number);
        sorts.put("name", SortKeys.of(name));
        sorts.put("kind", kind.name());
        sorts.put("grade", grade == null ? null : grade.name());
        sorts.put("createdAt", SortKeys.of(createdAt));
        sorts.put("updatedAt", SortKeys.of(updatedAt));
        List<@Nullable String> names = new ArrayList<>(List.of(formerNames));
        names.add(name);
        names.add(shortName);
        List<@Nullable String> codes = new ArrayList<>(List.of(number));
        codes.add(creditCode);
        codes.addAll(texts);
        return new Thing(
                names,
                codes,
                reach(people),
                List.of(),
                ownerId,
                departmentId,
                null,
                0,
                updatedAt,
                filters,
                sorts);
    }

    private Thing.Reach reach(List<Person> people) {
        List<String> phones = new ArrayList<>();
        List<String> mails = new ArrayList<>();
        if (phone != null) {
            phones.add(phone);
        }
        if (mail != null) {
            mails.add(mail);
        }
        people.forEach(
                person -> {
                    phones.addAll(person.phones());
                    mails.addAll(person.mails());
                });
        return new Thing.Reach(people.stream().map(Person::name).toList(), phones, mails);
    }

    CustomerSummary summary() {
        return new CustomerSummary(id, number, name, ownerId, departmentId);
    }

    UUID id() {
        return id;
    }

    long version() {
        return Objects.requireNonNull(version);
    }

    String name() {
        return name;
    }

    @Override
    public UUID ownerId() {
        return ownerId;
    }

    @Override
    public UUID departmentId() {
        return departmentId;
    }
}
