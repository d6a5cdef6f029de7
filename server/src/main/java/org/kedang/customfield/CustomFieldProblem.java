package org.kedang.customfield;

import org.kedang.kernel.ProblemType;

/** Refusals about custom fields. */
enum CustomFieldProblem implements ProblemType {
    CUSTOM_FIELD_NOT_YOURS(
            "custom-field-not-yours",
            403,
            "您无权查看或修改这个敏感字段，未保存。请联系档案员，或向安全保密员申请。",
            "This sensitive field is not yours to see or change; nothing was saved. Ask the records"
                    + " clerk or the security officer."),
    CUSTOM_FILE_INFECTED(
            "custom-file-infected",
            422,
            "文件 {0} 中查到病毒，未保存。请换一份干净的文件。",
            "A virus was found in {0}; nothing was saved. Use a clean copy."),
    CUSTOM_FILE_NOT_SCANNED(
            "custom-file-not-scanned",
            503,
            "病毒扫描暂时不可用，文件未保存。请稍后再试。",
            "Files cannot be scanned for viruses at the moment; nothing was saved. Try again"
                    + " later."),
    TOO_MANY_WAITING_CUSTOM_FILES(
            "too-many-waiting-custom-files",
            409,
            "您有 {0} 个上传后未保存的附件，请先保存或移除。",
            "{0} of your uploaded files wait to be saved; save or remove them first.");

    private final Words words;

    CustomFieldProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
