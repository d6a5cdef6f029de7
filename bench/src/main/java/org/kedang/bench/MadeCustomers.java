package org.kedang.bench;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Customers as a company of Zhejiang would have them, the same ones every time. */
final class MadeCustomers {
    private static final String[] PLACES = {
        "绍兴", "杭州", "宁波", "温州", "嘉兴", "湖州", "金华", "台州", "丽水", "衢州", "舟山", "上海", "苏州", "无锡", "重庆",
        "长沙", "厦门", "广州"
    };
    private static final String[] FIRST = {
        "鉴湖", "越州", "会稽", "兰亭", "东湖", "稽山", "镜水", "若耶", "曹娥", "新昌", "天姥", "沃洲", "剡溪", "富盛", "柯岩",
        "安昌"
    };
    private static final String[] SECOND = {
        "宏", "泰", "鑫", "瑞", "恒", "盛", "达", "隆", "顺", "华", "信", "诚", "嘉", "德", "源", "丰", "茂", "祥",
        "和", "安"
    };
    private static final String[] TRADES = {
        "酿酒", "纺织", "印染", "机械", "电子", "建材", "物流", "贸易", "食品", "化工", "医药", "软件", "园林", "餐饮", "包装",
        "服饰"
    };
    private static final String[] FORMS = {"有限公司", "股份有限公司", "有限责任公司", "集团有限公司"};
    private static final String[] SURNAMES = {"王", "李", "张", "陈", "沈", "俞", "钱", "周"};
    private static final String[] REGIONS = {
        "330602", "330603", "330604", "330681", "330683", "330624", "330102", "330203", "330402",
        "310101"
    };
    private static final String[] SOURCES = {"EXHIBITION", "REFERRAL", "WEBSITE", "VISIT"};
    private static final String[] NATURES = {"PRIVATE", "STATE_OWNED", "FOREIGN", "COLLECTIVE"};
    private static final String[] SIZES = {"LARGE", "MEDIUM", "SMALL", "MICRO"};
    private static final String[] TAGS = {"{重点跟进}", "{}", "{}", "{长三角,展会}", "{}"};
    private static final String[] KINDS = {"TARGET", "POTENTIAL", "GENERAL", "KEY"};
    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    /** About whom everything is kept by the hundred. */
    static final int BUSY = 100;

    /** Every thousandth is the head of a group of some hundred. */
    private static final int GROUP = 1_000;

    private static final int MEMBERS = 300;
    private static final int BRANCHES = 20;
    private static final int PERSON = 50;
    private static final String NULL = "\\N";

    private final Database database;
    private final Random random = new Random(2026);

    MadeCustomers(Database database) {
        this.database = database;
    }

    /**
     * Adds customers by COPY until there are {@code wanted}, with all that is kept about them; the
     * search index is rebuilt elsewhere.
     */
    int fill(int wanted) throws SQLException, IOException {
        try (Hands hands = new Hands(database);
                Statement statement = hands.first().createStatement()) {
            int present = count(statement);
            // stays if this is cut off, and says so the next time
            statement.execute("create table made_customers_unfinished ()");
            if (present < wanted) {
                fill(hands, present, wanted);
                statement.execute(
                        "select setval('customer_number_seq', (select count(*) + 1 from"
                                + " customer))");
            }
            statement.execute("drop table made_customers_unfinished");
            return Math.max(0, wanted - present);
        }
    }

    private void fill(Hands hands, int present, int wanted) throws SQLException, IOException {
        List<String> tables = new ArrayList<>(List.of("customer"));
        tables.addAll(KeptAboutCustomers.TABLES);
        BareTables bare = BareTables.of(hands.first(), tables);
        copy(hands.first(), present, wanted);
        KeptAboutCustomers kept = new KeptAboutCustomers(hands);
        kept.fill(present, wanted - 1);
        bare.makeAgain(hands);
        if (present <= BUSY && BUSY < wanted) {
            kept.fillBusy(BUSY);
        }
        // as the product's own housekeeping would, later: lists are counted without reading rows
        hands.perform(tables.stream().map("vacuum analyze "::concat).toList());
    }

    private void copy(Connection owner, int present, int wanted) throws SQLException, IOException {
        List<String[]> owners = owners(owner);
        CopyIn copy =
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                """
                                copy customer (id, version, number, type, name, name_key, short_name, credit_code, id_number,
                                  legal_representative, region_code, address, phone, phone_key, mail, industry_code, business_scope,
                                  size, nature, source, cooperating_since, parent_id, tags, kind, grade, grade_by_hand, note, reason,
                                  owner_id, department_id, created_at, created_by, updated_at, updated_by) from stdin
                                """);
        for (int i = present; i < wanted; i++) {
            byte[] line = line(i, owners.get(i % owners.size())).getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(line, 0, line.length);
        }
        copy.endCopy();
    }

    static String number(int i) {
        return "B%08d".formatted(i);
    }

    /** Grows with the number, as the product's ids do. */
    private static String id(int i) {
        return new UUID(
                        0x0190_0000_0000_7000L + ((long) i << 16),
                        0x8000_0000_0000_0000L | i * 0x9E37_79B9_7F4AL >>> 2)
                .toString();
    }

    /** Its parent: the head of its group, or one of the head's branches. */
    private static String parent(int i) {
        int place = i % GROUP;
        if (i < GROUP || place == 0 || place > MEMBERS) {
            return NULL;
        }
        return id(i - place + (place <= BRANCHES ? 0 : 1 + place % BRANCHES));
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from customer")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static List<String[]> owners(Connection owner) throws SQLException {
        List<String[]> owners = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select p.id, p.department_id from person p join role_grant g on"
                                    + " g.person_id = p.id where not g.administrator and g.state ="
                                    + " 'EFFECTIVE' order by p.user_name")) {
            while (row.next()) {
                owners.add(new String[] {row.getString(1), row.getString(2)});
            }
        }
        return owners;
    }

    private String line(int i, String[] owner) {
        boolean person = i % PERSON == 7;
        String shortName = pick(FIRST) + pick(SECOND) + pick(SECOND);
        String trade = pick(TRADES);
        String place = pick(PLACES);
        String made = place + shortName + trade + i % 977;
        String name = person ? pick(SURNAMES) + pick(SECOND) + pick(SECOND) : made + pick(FORMS);
        String phone = "1%010d".formatted(3_000_000_000L + i * 7919L % 6_000_000_000L);
        // any day for anybody's customers
        String time =
                "2026-%02d-%02d 08:%02d:00+08"
                        .formatted(1 + random.nextInt(10), 1 + random.nextInt(28), i % 60);
        return String.join(
                        "\t",
                        id(i),
                        String.valueOf(i % 2),
                        number(i),
                        person ? "PERSON" : "ORGANISATION",
                        name,
                        person ? name : made,
                        person ? NULL : shortName,
                        person ? NULL : creditCode(i),
                        person ? idNumber(i) : NULL,
                        person ? NULL : "王建国",
                        pick(REGIONS),
                        place + "市人民路" + (1 + random.nextInt(999)) + "号",
                        phone,
                        phone,
                        "office" + i + "@example.cn",
                        String.valueOf((char) ('A' + random.nextInt(20))),
                        trade + "产品的生产、加工、销售",
                        pick(SIZES),
                        pick(NATURES),
                        pick(SOURCES),
                        "20%02d-%02d-01".formatted(5 + i % 20, 1 + i % 12),
                        person ? NULL : parent(i),
                        i % 5_000 == 0 ? "{稀有}" : pick(TAGS),
                        pick(KINDS),
                        String.valueOf((char) ('A' + random.nextInt(4))),
                        i % 100 == 0 ? "t" : "f",
                        "成交前需财务确认账期",
                        i % 2 == 1 ? "补充备注" : NULL,
                        owner[0],
                        owner[1],
                        time,
                        owner[0],
                        time,
                        owner[0])
                + "\n";
    }

    private static String idNumber(int i) {
        return "330602%s%03d0"
                .formatted(
                        LocalDate.of(1950, 1, 1)
                                .plusDays(i / PERSON % 18_000)
                                .format(DateTimeFormatter.BASIC_ISO_DATE),
                        i / PERSON / 18_000);
    }

    private String pick(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String creditCode(int i) {
        String body = "91330600" + "MA%07d".formatted(i);
        int sum = 0;
        for (int k = 0; k < WEIGHTS.length; k++) {
            sum += CODE.indexOf(body.charAt(k)) * WEIGHTS[k];
        }
        return body + CODE.charAt((31 - sum % 31) % 31);
    }
}
