package org.kedang.demo;

import org.kedang.access.KeepingAgreements;
import org.kedang.access.NewAgreement;
import org.kedang.identity.LoadingOrganisation;
import org.kedang.identity.LoadingOrganisation.NewMember;
import org.kedang.identity.SecrecyLevel;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.storage.FileName;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Confidentiality agreements of the made-up people, without which they would see no secrets. */
@Component
class DemoAgreements {
    private static final String TITLE = "员工保密协议";
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
        LocalDate signed = LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE).minusDays(DAYS_AGO);
        for (NewMember member : DemoOrganisation.MEMBERS) {
            if (!member.clearance().isWithin(SecrecyLevel.INTERNAL)) {
                record(member, signed, signed.plusYears(YEARS).minusDays(1));
            }
        }
    }

    private void record(NewMember member, LocalDate signed, LocalDate until) {
        UUID id =
                agreements.record(
                        Actor.SYSTEM,
                        new NewAgreement(
                                organisation.idOf(member.userName()),
                                null,
                                null,
                                TITLE,
                                signed,
                                signed,
                                until));
        byte[] scan =
                DemoScan.of(
                        List.of(
                                TITLE + "（演示数据）",
                                "签署人：" + member.name(),
                                "有效期：%s 至 %s".formatted(signed, until),
                                "本人承诺不向任何人透露工作中知悉的秘密。"));
        agreements.attach(Actor.SYSTEM, id, FileName.of(TITLE + ".pdf"), scan);
    }
}
