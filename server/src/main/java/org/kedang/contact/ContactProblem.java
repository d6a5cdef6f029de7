package org.kedang.contact;

import org.kedang.kernel.ProblemType;

/** Refusals about contacts. */
enum ContactProblem implements ProblemType {
    CONTACT_FIELD_NOT_YOURS(
            "contact-field-not-yours",
            403,
            "您无权查看或修改联系人的这项敏感信息，未保存。请联系档案员，或向安全保密员申请。",
            "This sensitive field of a contact is not yours to see or change; nothing was saved."
                    + " Ask the records clerk or the security officer."),
    MAIN_CONTACT_TAKEN(
            "main-contact-taken",
            409,
            "刚才有人把另一位设为主要联系人，未保存。请刷新后再决定由谁担任。",
            "Somebody has just made another one the main contact; nothing was saved. Reload and"
                    + " decide again."),
    ROLE_CHANGED_MEANWHILE(
            "contact-role-changed-meanwhile",
            409,
            "这位联系人的决策角色刚被他人修改，未保存。请刷新后再改。",
            "Somebody has just changed this contact's part in decisions; nothing was saved. Reload"
                    + " and change it again.");

    private final Words words;

    ContactProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
