package org.kedang.deletion;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around deletions. */
public enum DeletionAct implements Act {
    APPROVED("deletion.approved", "客户删除获批准", "Deletion of a customer approved"),
    EXECUTED("deletion.executed", "执行客户删除", "Customer deleted"),
    ABANDONED("deletion.abandoned", "放弃客户删除", "Deletion of a customer abandoned"),
    REGISTER_READ("deletion.register-read", "查看删除登记册", "Register of deletions read"),
    CHECKED("deletion.checked", "核对删除登记", "Line of the register compared");

    private final Words words;

    DeletionAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
