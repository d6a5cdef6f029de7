package org.kedang.customer;

import org.kedang.kernel.ProblemType;

/** Refusals about customers. */
public enum CustomerProblem implements ProblemType {
    POSSIBLE_DUPLICATE(
            "possible-duplicate",
            409,
            "可能已登记过该客户，未保存。请核对下列客户；确属不同客户时选“仍然登记”。",
            "This customer may be registered already; nothing was saved. Compare with those listed,"
                    + " and register anyway if it is a different one."),
    DUPLICATE_CREDIT_CODE(
            "duplicate-credit-code",
            409,
            "该统一社会信用代码已登记在另一客户名下，未保存。如看不到该客户，请联系档案室。",
            "Another customer has this credit code; nothing was saved. If you cannot see that"
                    + " customer, ask the records department."),
    DUPLICATE_ID_NUMBER(
            "duplicate-id-number",
            409,
            "该身份证号已登记在另一客户名下，未保存。如看不到该客户，请联系档案室。",
            "Another customer has this ID number; nothing was saved. If you cannot see that"
                    + " customer, ask the records department."),
    FIELD_NOT_YOURS(
            "field-not-yours",
            403,
            "您无权查看或修改这项敏感信息，未保存。请联系档案员，或向安全保密员申请。",
            "This sensitive field is not yours to see or change; nothing was saved. Ask the records"
                    + " clerk or the security officer.");

    private final Words words;

    CustomerProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
