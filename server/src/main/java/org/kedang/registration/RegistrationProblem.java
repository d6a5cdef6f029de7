package org.kedang.registration;

import org.kedang.kernel.ProblemType;

/** Refusals around putting customers on record and spending on them. */
public enum RegistrationProblem implements ProblemType {
    ALREADY_REGISTERED(
            "already-registered", 409, "此客户已备案，不必再申请。", "This customer is on record already."),
    ALREADY_ASKED(
            "registration-already-asked",
            409,
            "此客户的备案申请正在审批，不必重复提交。",
            "Putting this customer on record has been asked for already and waits for a decision."),
    NOT_BEGUN(
            "registration-not-begun",
            409,
            "请从“待备案”或客户页面的“备案”申请。",
            "Ask for it on the page of customers to be put on record, or on the customer's own."),
    RECORD_INCOMPLETE(
            "record-incomplete",
            409,
            "客户资料不全，还缺：{0}。请先补齐客户资料，再申请备案。",
            "The customer's record lacks: {1}. Complete it, then ask again."),
    NOT_REGISTERED(
            "customer-not-registered",
            409,
            "此客户尚未备案，不能报销招待、差旅、礼品费用。请先备案。",
            "This customer is not on record yet, so nothing can be spent on it. Put it on record"
                    + " first.");

    private final Words words;

    RegistrationProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
