package org.kedang.customfield;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around custom fields. */
enum CustomFieldAct implements Act {
    DEFINED("customfield.defined", "设置自定义字段", "Custom fields set", ActClass.SYSTEM),
    FILE_UPLOADED("customfield.file-uploaded", "上传字段附件", "Field's file uploaded", ActClass.USER),
    FILE_REMOVED("customfield.file-removed", "删除字段附件", "Field's file removed", ActClass.USER),
    FILE_VIEWED("customfield.file-viewed", "查看字段附件", "Field's file viewed", ActClass.USER),
    FILE_DOWNLOADED(
            "customfield.file-downloaded", "下载字段附件", "Field's file downloaded", ActClass.USER);

    private final Words words;

    CustomFieldAct(String slug, String zh, String en, ActClass kind) {
        this.words = new Words(slug, zh, en, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
