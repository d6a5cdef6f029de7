package org.kedang.certificate;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerContents;
import org.kedang.form.Label;
import org.kedang.kernel.AfterCommit;
import org.kedang.storage.ContentStore;
import org.kedang.storage.KeyId;
import org.kedang.storage.Keys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Certificates as part of all that is kept about a customer. */
@Component
class CertificateContents implements CustomerContents {
    private final Certificates certificates;
    private final ContentStore store;
    private final Keys keys;

    CertificateContents(Certificates certificates, ContentStore store, Keys keys) {
        this.certificates = certificates;
        this.store = store;
        this.keys = keys;
    }

    @Override
    public Label name() {
        return Label.of("证照", "Certificates");
    }

    @Override
    public long count(UUID customer) {
        return certificates.count(customer);
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        return certificates.listOf(customer).stream().map(CertificateContents::copy).toList();
    }

    private static Map<String, Object> copy(Certificates.Stored stored) {
        CertificateFields fields = stored.fields();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("证照", fields.kind().zh());
        put(values, "名称", fields.name());
        put(values, "号码", fields.number());
        put(values, "发证机关", fields.issuer());
        put(values, "有效期自", fields.validFrom());
        put(values, "有效期至", fields.endless() ? "长期" : fields.validUntil());
        put(values, "年检到期", fields.reviewDue());
        put(values, "扫描件", stored.contentName());
        put(values, "作废日期", stored.voidedOn());
        put(values, "作废原因", stored.voidReason());
        put(values, "备注", fields.note());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /** The keys of the scans go once the deletion is durable: backups cannot open them any more. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        List<Certificates.Stored> all = certificates.listOf(customer);
        certificates.removeAll(customer);
        for (Certificates.Stored one : all) {
            if (one.content() != null) {
                store.remove(one.content());
            }
            KeyId key = one.key();
            if (key != null) {
                AfterCommit.run(() -> keys.destroy(key));
            }
        }
    }
}
