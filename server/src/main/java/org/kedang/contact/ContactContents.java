package org.kedang.contact;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerContents;
import org.kedang.customfield.KeepingFiles;
import org.kedang.customfield.ShowingValues;
import org.kedang.form.Label;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Contacts as part of all that is kept about a customer. */
@Component
class ContactContents implements CustomerContents {
    private final Contacts contacts;
    private final ShowingValues showing;
    private final KeepingFiles files;

    ContactContents(Contacts contacts, ShowingValues showing, KeepingFiles files) {
        this.contacts = contacts;
        this.showing = showing;
        this.files = files;
    }

    @Override
    public Label name() {
        return Label.of("联系人", "Contacts");
    }

    @Override
    public long count(UUID customer) {
        return contacts.count(customer);
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        return contacts.listOf(customer).stream().map(stored -> copy(stored.fields())).toList();
    }

    private Map<String, Object> copy(ContactFields fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("姓名", fields.name());
        put(values, "性别", fields.sex() == null ? null : fields.sex() == Sex.MALE ? "男" : "女");
        put(values, "职务", fields.position());
        put(values, "部门", fields.department());
        put(values, "手机", fields.mobile());
        put(values, "电话", fields.phone());
        put(values, "邮箱", fields.mail());
        put(values, "生日", fields.birthday());
        put(values, "决策角色", fields.role().zh());
        put(values, "主要联系人", fields.goesFirst() ? "是" : "否");
        put(values, "紧急联系人", fields.emergencyName());
        put(values, "与本人关系", fields.emergencyRelation());
        put(values, "紧急联系电话", fields.emergencyPhone());
        put(values, "离职日期", fields.leftOn());
        put(values, "备注", fields.note());
        values.putAll(showing.copy(ContactRecordType.CODE, fields.custom()));
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        contacts.listOf(customer).forEach(one -> files.erase(ContactRecordType.CODE, one.id()));
        contacts.removeAll(customer);
    }
}
