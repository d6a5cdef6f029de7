package org.kedang.bench;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    private static final String[] REGIONS = {
        "330602", "330603", "330604", "330681", "330683", "330624", "330102", "330203", "330402",
        "310101"
    };
    private static final String[] KINDS = {"TARGET", "POTENTIAL", "GENERAL", "KEY"};
    private static final String CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    private final Connection owner;
    private final Random random = new Random(2026);

    MadeCustomers(Connection owner) {
        this.owner = owner;
    }

    /**
     * Adds customers by COPY until there are {@code wanted}; the search index is rebuilt elsewhere.
     */
    int fill(int wanted) throws SQLException, IOException {
        int present = count();
        if (present >= wanted) {
            return 0;
        }
        List<String[]> owners = owners();
        CopyIn copy =
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                """
                                copy customer (id, version, number, type, name, name_key, short_name, credit_code, region_code,
                                  address, phone, phone_key, industry_code, kind, grade, owner_id, department_id,
                                  created_at, created_by, updated_at, updated_by) from stdin
                                """);
        for (int i = present; i < wanted; i++) {
            byte[] line = line(i, owners.get(i % owners.size())).getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(line, 0, line.length);
        }
        copy.endCopy();
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    "select setval('customer_number_seq', (select count(*) + 1 from customer))");
            statement.execute("analyze customer");
        }
        return wanted - present;
    }

    private int count() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from customer")) {
            row.next();
            return row.getInt(1);
        }
    }

    private List<String[]> owners() throws SQLException {
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
        String shortName = pick(FIRST) + pick(SECOND) + pick(SECOND);
        String trade = pick(TRADES);
        String place = pick(PLACES);
        String name = place + shortName + trade + i % 977 + pick(FORMS);
        String phone = "1%010d".formatted(3_000_000_000L + i * 7919L % 6_000_000_000L);
        String time = "2026-%02d-%02d 08:%02d:00+08".formatted(1 + i % 11, 1 + i % 28, i % 60);
        return String.join(
                        "\t",
                        new UUID(
                                        0x0190_0000_0000_7000L + ((long) i << 16),
                                        0x8000_0000_0000_0000L | random.nextLong() >>> 2)
                                .toString(),
                        "0",
                        "B%08d".formatted(i),
                        "ORGANISATION",
                        name,
                        place + shortName + trade + i % 977,
                        shortName,
                        creditCode(i),
                        pick(REGIONS),
                        place + "市人民路" + (1 + random.nextInt(999)) + "号",
                        phone,
                        phone,
                        String.valueOf((char) ('A' + random.nextInt(20))),
                        pick(KINDS),
                        String.valueOf((char) ('A' + random.nextInt(4))),
                        owner[0],
                        owner[1],
                        time,
                        owner[0],
                        time,
                        owner[0])
                + "\n";
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
