package org.kedang.demo;

import org.jspecify.annotations.Nullable;
import org.kedang.certificate.CertificateFields;
import org.kedang.certificate.CertificateKind;
import org.kedang.certificate.CertificateScans;
import org.kedang.certificate.KeepingCertificates;
import org.kedang.contact.ContactFields;
import org.kedang.contact.DecisionRole;
import org.kedang.contact.KeepingContacts;
import org.kedang.contact.Sex;
import org.kedang.customer.CustomerRecords;
import org.kedang.customer.CustomerRecords.CustomerRow;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.storage.FileName;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People of the made-up company's customers, written down as its people would. */
@Component
@ConditionalOnBooleanProperty("kedang.demo")
class DemoPeople {
    private static final int SOME = 12;

    private final CustomerRecords customers;
    private final Visibilities visibilities;
    private final KeepingContacts contacts;
    private final KeepingCertificates certificates;
    private final CertificateScans scans;
    private final DemoPreferences preferences;
    private final Clock clock;

    DemoPeople(
            CustomerRecords customers,
            Visibilities visibilities,
            KeepingContacts contacts,
            KeepingCertificates certificates,
            CertificateScans scans,
            DemoPreferences preferences,
            Clock clock) {
        this.customers = customers;
        this.visibilities = visibilities;
        this.contacts = contacts;
        this.certificates = certificates;
        this.scans = scans;
        this.preferences = preferences;
        this.clock = clock;
    }

    void write(Actor owner) {
        List<UUID> some =
                customers
                        .list(
                                CustomerRecords.Filter.ALL,
                                "number",
                                new Paging(1, SOME),
                                visibilities.of(owner, Permission.CUSTOMER_READ))
                        .items()
                        .stream()
                        .map(CustomerRow::id)
                        .toList();
        writeBrewery(owner, some.get(0));
        writeDyer(owner, some.get(1));
        writeCertificates(owner, some);
        preferences.write(owner, some);
        add(owner, some.get(9), "吴越兰", Sex.FEMALE, "前厅经理", "13757510909", DecisionRole.BUYER, true);
    }

    /** One that ends in three weeks, one that has ended, one that is reviewed each year. */
    private void writeCertificates(Actor owner, List<UUID> some) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
        UUID licence =
                certificates.record(
                        owner,
                        some.get(0),
                        new CertificateFields(
                                CertificateKind.BUSINESS_LICENCE,
                                null,
                                "91330602MA2900101F",
                                "绍兴市越城区市场监督管理局",
                                today.minusYears(9),
                                null,
                                true,
                                today.plusDays(45),
                                null));
        scans.attach(
                owner,
                licence,
                FileName.of("营业执照副本.pdf"),
                DemoScan.of(List.of("营业执照（演示数据）", "统一社会信用代码 91330602MA2900101F", "营业期限：长期")));
        record(
                owner,
                some.get(0),
                CertificateKind.PERMIT,
                "食品生产许可证",
                "SC11533060200101",
                today.plusDays(21));
        record(
                owner,
                some.get(1),
                CertificateKind.PERMIT,
                "排污许可证",
                "91330603MA2900202N001P",
                today.minusDays(4));
        record(
                owner,
                some.get(3),
                CertificateKind.PERMIT,
                "安全生产许可证",
                "（浙）WH安许证字〔2023〕-D-0404",
                today.plusDays(58));
        record(
                owner,
                some.get(5),
                CertificateKind.AUTHORISATION,
                "提货授权委托书",
                null,
                today.plusDays(6));
    }

    private void record(
            Actor owner,
            UUID customer,
            CertificateKind kind,
            String name,
            @Nullable String number,
            LocalDate until) {
        certificates.record(
                owner,
                customer,
                new CertificateFields(
                        kind, name, number, null, until.minusYears(3), until, false, null, null));
    }

    private void writeBrewery(Actor owner, UUID customer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
        contacts.add(
                owner,
                customer,
                contact(
                        "沈伯年",
                        Sex.MALE,
                        "董事长",
                        null,
                        DecisionRole.DECIDER,
                        false,
                        today.minusDays(320)),
                today.minusYears(12),
                null);
        contacts.add(
                owner,
                customer,
                new ContactFields(
                        "沈国强",
                        Sex.MALE,
                        "总经理",
                        "总经理办公室",
                        "13905751101",
                        "0575-88120101 转 801",
                        "shen.guoqiang@example.com",
                        "1976-02-18",
                        DecisionRole.DECIDER,
                        true,
                        "陆慧敏",
                        "配偶",
                        "13905751102",
                        null,
                        "上午通常在厂区，下午打座机更容易找到。",
                        Map.of(DemoFields.WECHAT, "shengq-1976")),
                today.minusDays(320),
                "沈伯年退休，董事会任命");
        add(owner, customer, "王雅琴", Sex.FEMALE, "采购部经理", "13605752203", DecisionRole.BUYER, false);
        add(owner, customer, "陈立", Sex.MALE, "酿造车间主任", "13705753304", DecisionRole.USER, false);
    }

    private void writeDyer(Actor owner, UUID customer) {
        add(owner, customer, "金海燕", Sex.FEMALE, "总经理", "13867502202", DecisionRole.DECIDER, true);
        add(owner, customer, "徐斌", Sex.MALE, "总工程师", "13867502203", DecisionRole.INFLUENCER, false);
    }

    private void add(
            Actor owner,
            UUID customer,
            String name,
            Sex sex,
            String position,
            String mobile,
            DecisionRole role,
            boolean main) {
        contacts.add(
                owner,
                customer,
                contact(name, sex, position, mobile, role, main, null),
                null,
                null);
    }

    private static ContactFields contact(
            String name,
            Sex sex,
            String position,
            @Nullable String mobile,
            DecisionRole role,
            boolean main,
            @Nullable LocalDate left) {
        return new ContactFields(
                name, sex, position, null, mobile, null, null, null, role, main, null, null, null,
                left, null, null);
    }
}
