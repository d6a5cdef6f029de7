package org.kedang.demo;

import org.jspecify.annotations.Nullable;
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
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** People of the made-up company's customers, written down as its people would. */
@Component
@ConditionalOnBooleanProperty("kedang.demo")
class DemoPeople {
    private static final CustomerRecords.Filter ALL =
            new CustomerRecords.Filter(null, null, null, null, null, null, null, null, null, false);
    private static final int SOME = 12;

    private final CustomerRecords customers;
    private final Visibilities visibilities;
    private final KeepingContacts contacts;
    private final Clock clock;

    DemoPeople(
            CustomerRecords customers,
            Visibilities visibilities,
            KeepingContacts contacts,
            Clock clock) {
        this.customers = customers;
        this.visibilities = visibilities;
        this.contacts = contacts;
        this.clock = clock;
    }

    void write(Actor owner) {
        List<UUID> some =
                customers
                        .list(
                                ALL,
                                "number",
                                new Paging(1, SOME),
                                visibilities.of(owner, Permission.CUSTOMER_READ))
                        .items()
                        .stream()
                        .map(CustomerRow::id)
                        .toList();
        writeBrewery(owner, some.get(0));
        writeDyer(owner, some.get(1));
        add(owner, some.get(9), "吴越兰", Sex.FEMALE, "前厅经理", "13757510909", DecisionRole.BUYER, true);
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
                        "上午通常在厂区，下午打座机更容易找到。"),
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
                left, null);
    }
}
