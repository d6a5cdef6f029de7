package org.kedang.demo;

import org.kedang.consent.ConsentChannel;
import org.kedang.consent.NewConsent;
import org.kedang.consent.Purpose;
import org.kedang.consent.Purposes;
import org.kedang.consent.RecordingConsents;
import org.kedang.consent.Withdrawal;
import org.kedang.customer.CustomerRecords;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.privacy.CaseKind;
import org.kedang.privacy.HandlingCases;
import org.kedang.privacy.IdentityProof;
import org.kedang.privacy.NewCase;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What some of the made-up customers consented to, took back and asked for. */
@Component
class DemoPrivacy {
    private static final int SOME = 3;

    private final CustomerRecords customers;
    private final Visibilities visibilities;
    private final Purposes purposes;
    private final RecordingConsents consents;
    private final HandlingCases cases;
    private final Clock clock;

    DemoPrivacy(
            CustomerRecords customers,
            Visibilities visibilities,
            Purposes purposes,
            RecordingConsents consents,
            HandlingCases cases,
            Clock clock) {
        this.customers = customers;
        this.visibilities = visibilities;
        this.purposes = purposes;
        this.consents = consents;
        this.cases = cases;
        this.clock = clock;
    }

    void record(Actor owner) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
        List<UUID> some =
                customers
                        .list(
                                CustomerRecords.Filter.ALL,
                                "number",
                                new Paging(1, SOME),
                                visibilities.of(owner, Permission.CUSTOMER_READ))
                        .items()
                        .stream()
                        .map(CustomerRecords.CustomerRow::id)
                        .toList();
        some.forEach(customer -> agree(owner, customer, "marketing", today.minusDays(120)));
        agree(owner, some.getFirst(), "credit", today.minusDays(60));
        consents.withdraw(
                owner,
                some.get(1),
                new Withdrawal(
                        purpose("marketing"),
                        null,
                        today.minusDays(6),
                        ConsentChannel.PHONE,
                        "来电表示不再接收产品资料"));
        ask(owner, some.get(2), today);
    }

    private void agree(Actor owner, UUID customer, String purpose, LocalDate saidOn) {
        consents.give(
                owner,
                customer,
                new NewConsent(
                        purpose(purpose),
                        null,
                        saidOn,
                        ConsentChannel.WRITTEN,
                        "合作协议附件《信息使用授权书》签字页",
                        null));
    }

    private void ask(Actor owner, UUID customer, LocalDate today) {
        UUID asked =
                cases.open(
                        owner,
                        new NewCase(
                                CaseKind.ACCESS,
                                customer,
                                "沈建华",
                                "13957512345",
                                ConsentChannel.MAIL,
                                "请提供贵公司保存的我方联系人资料和用途说明。",
                                today.minusDays(16),
                                null));
        cases.prove(owner, asked, IdentityProof.CALL_BACK, "回拨合同登记电话，对方报出合同号");
    }

    private UUID purpose(String code) {
        return purposes.list().stream()
                .filter(one -> one.code().equals(code))
                .map(Purpose::id)
                .findFirst()
                .orElseThrow();
    }
}
