package org.kedang.privacy;

import org.kedang.audit.Audit;
import org.kedang.customer.CustomerContents;
import org.kedang.customer.CustomerRecords;
import org.kedang.customer.CustomerRecords.CustomerView;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.privacy.CustomerCopy.Part;
import org.kedang.privacy.RightsCases.Held;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.ObjectMapper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes the copy that answers a case. It is the customer's own data and therefore whole, so that
 * only somebody makes it from whom no field of the customer is hidden and who may reveal all of
 * them. It is not kept: its digest stands in the case and in the log.
 */
@Service
public class MakingCopies {
    /** A copy on its way out. */
    public record Copy(String name, byte[] bytes) {}

    private final HandlingCases handling;
    private final CustomerRecords records;
    private final Visibilities visibilities;
    private final List<CustomerContents> contents;
    private final ObjectMapper json;
    private final Audit audit;
    private final Clock clock;

    MakingCopies(
            HandlingCases handling,
            CustomerRecords records,
            Visibilities visibilities,
            List<CustomerContents> contents,
            ObjectMapper json,
            Audit audit,
            Clock clock) {
        this.handling = handling;
        this.records = records;
        this.visibilities = visibilities;
        this.contents = contents;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code not-found}, {@code rights-case-not-yours}, {@code rights-case-closed},
     *     {@code no-data-asked}, {@code identity-unproven}, {@code not-permitted}, {@code
     *     copy-not-whole}
     */
    @Transactional
    public Copy make(Actor by, UUID id) {
        Held held = handling.workedOn(by, id);
        UUID customer = held.customer();
        if (!held.kind().asksForData() || customer == null) {
            throw Problem.of(PrivacyProblem.NO_DATA_ASKED);
        }
        if (held.state() != CaseState.WORKING) {
            throw Problem.of(PrivacyProblem.IDENTITY_UNPROVEN);
        }
        CustomerView record = whole(by, customer);
        byte[] bytes = copy(held, record).zip(json);
        String sha256 = sha256(bytes);
        handling.step(id, CaseStep.Kind.COPY, by, "SHA-256 " + sha256);
        audit.record(
                HandlingCases.about(by, PrivacyAct.COPY_EXPORTED, held)
                        .change("sha256", null, sha256));
        return new Copy(held.number() + " 客户资料.zip", bytes);
    }

    /** The record with nothing masked, for who may reveal all of it. */
    private CustomerView whole(Actor by, UUID id) {
        Visibility read = visibilities.of(by, Permission.CUSTOMER_READ);
        CustomerView seen = records.find(id, read).orElseThrow(Problem::notFound);
        if (!visibilities
                .of(by, Permission.SENSITIVE_REVEAL)
                .includesCustomer(id, seen.ownerId(), seen.departmentId())) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        if (!read.fields().names(FieldAccess.HIDDEN).isEmpty()) {
            throw Problem.of(PrivacyProblem.COPY_NOT_WHOLE);
        }
        return records.find(id, revealing(read)).orElseThrow(Problem::notFound);
    }

    private static Visibility revealing(Visibility read) {
        Map<SensitiveField, FieldAccess> clear = new LinkedHashMap<>();
        Arrays.stream(SensitiveField.values()).forEach(one -> clear.put(one, FieldAccess.READ));
        return new Visibility(
                read.person(),
                read.own(),
                read.everything(),
                read.departments(),
                read.clearance(),
                read.customers(),
                read.dossiers(),
                new FieldRights(clear));
    }

    private CustomerCopy copy(Held held, CustomerView record) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("客户档案", List.of(RecordWords.of(record))));
        for (CustomerContents one : contents) {
            List<Map<String, Object>> rows = one.copy(record.id());
            if (!rows.isEmpty()) {
                parts.add(new Part(one.name().zh(), rows));
            }
        }
        return new CustomerCopy(
                held.number(), record.name(), RecordWords.minute(clock.instant()), parts);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
