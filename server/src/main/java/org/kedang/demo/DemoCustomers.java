package org.kedang.demo;

import org.jspecify.annotations.Nullable;
import org.kedang.archive.OpenDossier;
import org.kedang.archive.OpeningDossiers;
import org.kedang.customer.CustomerFields;
import org.kedang.customer.CustomerGrade;
import org.kedang.customer.CustomerKind;
import org.kedang.customer.CustomerNature;
import org.kedang.customer.CustomerSize;
import org.kedang.customer.CustomerSource;
import org.kedang.customer.CustomerType;
import org.kedang.customer.RegisteringCustomer;
import org.kedang.kernel.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Customers and dossiers of the made-up company, registered as its people would. */
@Component
@ConditionalOnBooleanProperty("kedang.demo")
class DemoCustomers {
    /**
     * A customer in a line: name, credit code, region, industry, kind, grade, phone, and dossiers'
     * classes.
     */
    private record Sample(
            String name,
            @Nullable String creditCode,
            String region,
            String industry,
            CustomerKind kind,
            @Nullable CustomerGrade grade,
            String phone,
            List<String> dossiers) {}

    private static final String GROUP = "绍兴会稽山集团有限公司";

    /** Names of those that belong to the group. */
    private static final Set<String> BRANCHES = Set.of("绍兴会稽山黄酒酿造有限公司");

    private static final List<Sample> SAMPLES =
            List.of(
                    new Sample(
                            GROUP,
                            null,
                            "330602004",
                            "L72",
                            CustomerKind.KEY,
                            CustomerGrade.A,
                            "0575-88120100",
                            List.of()),
                    new Sample(
                            "绍兴会稽山黄酒酿造有限公司",
                            "91330602MA2900101F",
                            "330602",
                            "C",
                            CustomerKind.KEY,
                            CustomerGrade.A,
                            "0575-88120101",
                            List.of("KH·01", "KH·02")),
                    new Sample(
                            "绍兴柯桥锦绣印染有限公司",
                            "91330603MA2900202N",
                            "330603",
                            "C",
                            CustomerKind.KEY,
                            CustomerGrade.A,
                            "0575-84120202",
                            List.of("KH·01", "KH·03")),
                    new Sample(
                            "诸暨大唐袜艺科技股份有限公司",
                            "91330681MA2900303E",
                            "330681",
                            "C",
                            CustomerKind.GENERAL,
                            CustomerGrade.B,
                            "0575-87120303",
                            List.of("KH·01")),
                    new Sample(
                            "上虞杭州湾精细化工有限公司",
                            "91330604MA2900404N",
                            "330604",
                            "C",
                            CustomerKind.GENERAL,
                            CustomerGrade.B,
                            "0575-82120404",
                            List.of("KH·04")),
                    new Sample(
                            "杭州西湖龙井茶业贸易有限公司",
                            "91330102MA2900505Q",
                            "330102",
                            "F",
                            CustomerKind.GENERAL,
                            CustomerGrade.B,
                            "0571-87120505",
                            List.of()),
                    new Sample(
                            "宁波北仑港联国际物流有限公司",
                            "91330203MA29006065",
                            "330203",
                            "G",
                            CustomerKind.GENERAL,
                            CustomerGrade.C,
                            "0574-86120606",
                            List.of("KH·02")),
                    new Sample(
                            "嘉兴南湖红船文化旅游发展有限公司",
                            "91330402MA2900707R",
                            "330402",
                            "R",
                            CustomerKind.POTENTIAL,
                            null,
                            "0573-82120707",
                            List.of()),
                    new Sample(
                            "上海外滩金融信息服务有限公司",
                            "91310101MA1K008080",
                            "310101",
                            "I",
                            CustomerKind.POTENTIAL,
                            null,
                            "021-63120808",
                            List.of()),
                    new Sample(
                            "苏州虎丘精密机械制造有限公司",
                            "91320505MA1W00909J",
                            "320505",
                            "C",
                            CustomerKind.TARGET,
                            null,
                            "0512-68120909",
                            List.of()),
                    new Sample(
                            "嵊州越剧小镇酒店管理有限公司",
                            "91330683MA29010109",
                            "330683",
                            "H",
                            CustomerKind.GENERAL,
                            CustomerGrade.C,
                            "0575-83121010",
                            List.of("KH·05")),
                    new Sample(
                            "新昌大佛城生态农业专业合作社联合社",
                            "91330624MA2901111K",
                            "330624",
                            "A",
                            CustomerKind.TARGET,
                            null,
                            "0575-86121111",
                            List.of()),
                    new Sample(
                            "广州天河云商电子商务有限公司",
                            "91440106MA5901212X",
                            "440106",
                            "F",
                            CustomerKind.POTENTIAL,
                            CustomerGrade.D,
                            "020-38121212",
                            List.of()));

    private final RegisteringCustomer registering;
    private final OpeningDossiers opening;

    DemoCustomers(RegisteringCustomer registering, OpeningDossiers opening) {
        this.registering = registering;
        this.opening = opening;
    }

    void register(Actor owner) {
        Map<String, UUID> registered = new HashMap<>();
        SAMPLES.forEach(
                sample ->
                        registered.put(
                                sample.name(),
                                register(owner, sample, registered.get(GROUP), registered.size())));
    }

    private UUID register(Actor owner, Sample sample, @Nullable UUID group, int run) {
        CustomerFields fields =
                new CustomerFields(
                        CustomerType.ORGANISATION,
                        sample.name(),
                        null,
                        List.of(),
                        sample.creditCode(),
                        null,
                        null,
                        sample.region(),
                        null,
                        sample.phone(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        sample.industry(),
                        null,
                        SIZES[run % SIZES.length],
                        CustomerNature.PRIVATE,
                        SOURCES[run % SOURCES.length],
                        LocalDate.of(2012 + run % 12, 1 + run % 12, 1 + run % 28),
                        BRANCHES.contains(sample.name()) ? group : null,
                        sample.kind(),
                        sample.grade(),
                        sample.kind() == CustomerKind.KEY ? List.of("老客户", "年度框架") : List.of(),
                        null,
                        null,
                        null,
                        DemoFields.values(sample.kind(), run));
        UUID customer = registering.register(owner, fields, false);
        sample.dossiers()
                .forEach(
                        recordClass ->
                                opening.open(
                                        owner,
                                        new OpenDossier(
                                                customer,
                                                title(sample),
                                                recordClass,
                                                null,
                                                null,
                                                null,
                                                null)));
        return customer;
    }

    private static final CustomerSize[] SIZES = {
        CustomerSize.LARGE, CustomerSize.MEDIUM, CustomerSize.MEDIUM, CustomerSize.SMALL
    };

    private static final CustomerSource[] SOURCES = {
        CustomerSource.REFERRAL, CustomerSource.EXHIBITION, CustomerSource.VISIT
    };

    private static String title(Sample sample) {
        return sample.name().replace("有限公司", "").replace("股份", "") + "往来资料";
    }
}
