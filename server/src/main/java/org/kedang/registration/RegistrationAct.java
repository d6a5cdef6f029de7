package org.kedang.registration;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around putting customers on record and spending on them. */
public enum RegistrationAct implements Act {
    LISTED("registration.listed", "查看备案列表", "Registrations listed"),
    READ("registration.read", "查看客户备案", "Registration read"),
    ASKED("registration.asked", "申请备案", "Registration asked for"),
    DONE("registration.done", "备案完成", "Customer put on record"),
    GIVEN_BACK("registration.given-back", "备案未通过", "Registration not granted"),
    EXPENSE_BOOKED("registration.expense-booked", "登记客户费用", "Expense booked"),
    EXPENSES_READ("registration.expenses-read", "查看客户费用", "Expenses read");

    private final Words words;

    RegistrationAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
