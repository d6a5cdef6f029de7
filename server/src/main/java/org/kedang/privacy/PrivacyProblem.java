package org.kedang.privacy;

import org.kedang.kernel.ProblemType;

/** Refusals around rights cases. */
public enum PrivacyProblem implements ProblemType {
    CASE_CLOSED(
            "rights-case-closed",
            409,
            "这件权利请求已办结，不能再修改。如客户另有要求，请另行登记。",
            "This case is closed and cannot be changed; record a new one if the customer asks for"
                    + " more."),
    CASE_NOT_YOURS(
            "rights-case-not-yours",
            403,
            "这件权利请求由别人负责。须由责任人或个人信息管理人员处理，未保存。",
            "Somebody else is responsible for this case; only he or who manages personal"
                    + " information may do this. Nothing was saved."),
    IDENTITY_UNPROVEN(
            "identity-unproven",
            409,
            "还没有核验请求人的身份。先核验身份，再提供资料或办结。",
            "It has not been proven who asks. Prove the identity first, then hand out data or close"
                    + " the case."),
    NO_DATA_ASKED(
            "no-data-asked",
            409,
            "只有对应到客户的“查阅”和“复制、导出”请求可以制作资料副本。",
            "A copy is made only for a case that asks to see or copy the data of a customer."),
    LETTER_HANDED(
            "letter-handed-already",
            409,
            "这份告知书已登记送达，不能重复登记。",
            "That this letter was handed over has been noted already."),
    COPY_NOT_WHOLE(
            "copy-not-whole",
            403,
            "您无权查看该客户的部分敏感信息，不能制作完整副本。请转交有权限的人员。",
            "Some of this customer's sensitive fields are hidden from you, so that the copy would"
                    + " not be whole. Give the case to somebody who may see them.");

    private final Words words;

    PrivacyProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
