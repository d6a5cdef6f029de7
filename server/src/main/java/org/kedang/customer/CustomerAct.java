package org.kedang.customer;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around customers. */
public enum CustomerAct implements Act {
    REGISTERED("customer.registered", "登记客户", "Customer registered"),
    CHANGED("customer.changed", "修改客户资料", "Customer changed"),
    ENTRUSTED("customer.entrusted", "客户移交", "Customer handed over"),
    READ("customer.read", "查看客户", "Customer read"),
    TIMELINE_READ("customer.timeline-read", "查看客户动态", "Customer's timeline read"),
    VERSIONS_COMPARED("customer.versions-compared", "比较客户资料版本", "Versions compared"),
    LISTED("customer.listed", "查询客户列表", "Customers listed"),
    REVEALED("customer.revealed", "查看敏感信息", "Sensitive field revealed");

    private final Words words;

    CustomerAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
