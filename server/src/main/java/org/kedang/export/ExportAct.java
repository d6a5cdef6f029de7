package org.kedang.export;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around files of customers. */
public enum ExportAct implements Act {
    ASKED("customer-export.asked", "申请导出客户", "Export of customers asked for"),
    MADE("customer-export.made", "生成客户导出文件", "Export of customers made"),
    EXPORTED("customer-export.exported", "导出客户", "Customers exported"),
    ENDED("customer-export.ended", "客户导出未执行", "Export of customers dropped");

    private final Words words;

    ExportAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
