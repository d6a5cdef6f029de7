package org.kedang.privacy;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;

/** Reminds of cases each morning; nobody is told twice of the same. */
@Service
class RemindingOfCases {
    private final RightsCases cases;
    private final TellingOfCases telling;

    RemindingOfCases(RightsCases cases, TellingOfCases telling) {
        this.cases = cases;
        this.telling = telling;
    }

    @Transactional
    public void remind() {
        LocalDate today = cases.today();
        for (RightsCases.Due one : cases.listDue()) {
            if (one.dueOn().isBefore(today)) {
                telling.late(one, today);
            } else {
                telling.due(one);
            }
        }
    }
}
