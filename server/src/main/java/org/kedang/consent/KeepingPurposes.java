package org.kedang.consent;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** Adds purposes and changes them; what customers said to them before stays as it was. */
@Service
public class KeepingPurposes {
    private final Purposes purposes;
    private final Audit audit;

    KeepingPurposes(Purposes purposes, Audit audit) {
        this.purposes = purposes;
        this.audit = audit;
    }

    /**
     * @throws Problem {@code purpose-code-taken}
     */
    @Transactional
    public Purpose add(Actor by, String code, PurposeFields fields) {
        UUID id = Ids.next();
        purposes.add(id, code, fields, by.id());
        Purpose added = purposes.find(id).orElseThrow();
        audit.record(
                Entry.of(by, ConsentAct.PURPOSE_ADDED)
                        .subject("consentPurpose", id, added.name().zh())
                        .change("basis", null, added.basis())
                        .change("needsConsent", null, added.needsConsent()));
        return added;
    }

    /**
     * @throws Problem {@code not-found}, {@code stale-version} with what it is now
     */
    @Transactional
    public Purpose change(Actor by, UUID id, long basedOn, PurposeFields fields) {
        Purpose before = purposes.find(id).orElseThrow(Problem::notFound);
        if (!purposes.rewrite(id, basedOn, fields, by.id())) {
            throw Problem.of(KernelProblem.STALE_VERSION).with("current", before);
        }
        Purpose after = purposes.find(id).orElseThrow();
        audit.record(
                Entry.of(by, ConsentAct.PURPOSE_CHANGED)
                        .subject("consentPurpose", id, after.name().zh())
                        .change("name", before.name().zh(), after.name().zh())
                        .change("why", before.why(), after.why())
                        .change("basis", before.basis(), after.basis())
                        .change("needsConsent", before.needsConsent(), after.needsConsent())
                        .change("warns", before.warns(), after.warns())
                        .change("months", before.months(), after.months())
                        .change("retired", before.retired(), after.retired()));
        return after;
    }
}
