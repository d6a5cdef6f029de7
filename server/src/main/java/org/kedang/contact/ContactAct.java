package org.kedang.contact;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around contacts. */
enum ContactAct implements Act {
    ADDED("contact.added", "登记联系人", "Contact added"),
    CHANGED("contact.changed", "修改联系人", "Contact changed"),
    REMOVED("contact.removed", "删除联系人", "Contact removed"),
    LISTED("contact.listed", "查看联系人", "Contacts read"),
    REVEALED("contact.revealed", "查看联系人敏感信息", "Contact's sensitive field revealed");

    private final Words words;

    ContactAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
