package org.kedang.demo;

import org.kedang.access.KeepingAgreements;
import org.kedang.access.NewAgreement;
import org.kedang.identity.LoadingOrganisation;
import org.kedang.identity.LoadingOrganisation.NewMember;
import org.kedang.identity.SecrecyLevel;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Confidentiality agreements of the made-up people, without which they would see no secrets. */
@Component
class DemoAgreements {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int YEARS = 3;
    private static final int DAYS_AGO = 30;

    private final KeepingAgreements agreements;
    private final LoadingOrganisation organisation;
    private final Clock clock;

    DemoAgreements(KeepingAgreements agreements, LoadingOrganisation organisation, Clock clock) {
        this.agreements = agreements;
        this.organisation = organisation;
        this.clock = clock;
    }

    void record() {
        LocalDate signed = LocalDate.ofInstant(clock.instant(), ZONE).minusDays(DAYS_AGO);
        for (NewMember member : DemoOrganisation.MEMBERS) {
            if (!member.clearance().isWithin(SecrecyLevel.INTERNAL)) {
                agreements.record(
                        Actor.SYSTEM,
                        new NewAgreement(
                                organisation.idOf(member.userName()),
                                null,
                                null,
                                "员工保密协议",
                                signed,
                                signed,
                                signed.plusYears(YEARS).minusDays(1)));
            }
        }
    }
}
