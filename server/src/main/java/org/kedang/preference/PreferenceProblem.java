package org.kedang.preference;

import org.kedang.kernel.ProblemType;

/** Refusals about preferences and identification. */
enum PreferenceProblem implements ProblemType {
    IDENTIFIER_KNOWN(
            "identifier-known",
            409,
            "这个客户已经登记了这个车牌或会员号，无需重复。",
            "This customer has this plate or member number already."),
    MEMBER_NUMBER_TAKEN(
            "member-number-taken",
            409,
            "这个会员号已登记在另一客户名下，未保存。请核对会员卡；如看不到该客户，请联系档案室。",
            "Another customer has this member number; nothing was saved. Compare with the card; if"
                    + " you cannot see that customer, ask the records department."),
    TOPIC_KNOWN(
            "preference-topic-known",
            409,
            "已有同名的客史类别，未保存。",
            "There is a topic of this name; nothing was saved."),
    PHONES_NOT_YOURS(
            "phones-not-yours",
            403,
            "按字段规则，您无权查看电话，不能按电话识别。请用名称、车牌或会员号。",
            "The field rules hide telephones from you; identify by name, plate or member number.");

    private final Words words;

    PreferenceProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
