package org.kedang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

@IntegrationTest
class ImportIntegrationTests {
    private static final String SHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private TestClient sysadmin;

    @BeforeEach
    void signIn() {
        sysadmin = TestClient.as("sysadmin", port);
    }

    @Test
    void bringsPeopleInAndShowsFirstPasswordsOnce() throws IOException {
        String first = userName();
        String second = userName();
        byte[] sheet =
                sheet(
                        List.of("用户名", "姓名", "部门代码", "岗位代码", "用工性质", "电子邮箱"),
                        List.of(first, "沈导入", "XS", position(), "临时", "shen@example.com"),
                        List.of(second, "欧阳导入", "XE"));

        Answer check = send("/api/people/import/check", sheet);
        assertThat(check.json().path("ready").asInt()).as(check.text()).isEqualTo(2);
        assertThat(count(first)).isZero();
        Answer imported = send("/api/people/import", sheet);

        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
        assertThat(imported.header("Cache-Control")).contains("no-store");
        List<Row> rows = rows(imported.raw().body());
        assertThat(rows.get(1).getCellText(2)).isEqualTo(first);
        TestClient newcomer = TestClient.at(port);
        assertThat(newcomer.signIn(first, rows.get(1).getCellText(3)).status()).isEqualTo(204);
        assertThat(newcomer.get("/api/customers").slug()).isEqualTo("password-change-required");
        // a position gives nothing until somebody who grants confirms it
        Answer proposed = TestClient.as("secadmin", port).get("/api/posts/proposed");
        assertThat(proposed.text()).contains("沈导入");
        assertThat(send("/api/people/import", sheet).slug()).isEqualTo("rows-faulty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Abc         | 张三     | XS |      |      |           | 用户名   | 小写字母
                    a           | 张三     | XS |      |      |           | 用户名   | 小写字母
                    clerk       | 张三     | XS |      |      |           | 用户名   | 已有人使用
                                | 张三     | XS |      |      |           | 用户名   | 必填
                    zhang.ok    |          | XS |      |      |           | 姓名     | 必填
                    zhang.ok    | 张三     |    |      |      |           | 部门代码 | 必填
                    zhang.ok    | 张三     | QQ |      |      |           | 部门代码 | 没有这个部门
                    zhang.ok    | 张三     | XS | NONE |      |           | 岗位代码 | 没有这个岗位
                    zhang.ok    | 张三     | XS |      | 兼职 |           | 用工性质 | 正式、临时
                    zhang.ok    | 张三     | XS |      |      | not-mail  | 电子邮箱 | 不像
                    zhang.ok    | =1+1     | XS |      |      |           | 姓名     | 公式
                    """)
    void tellsWhatIsWrongWhere(
            String userName,
            String name,
            String department,
            String position,
            String employment,
            String mail,
            String column,
            String words)
            throws IOException {
        byte[] sheet =
                sheet(
                        List.of("用户名", "姓名", "部门代码", "岗位代码", "用工性质", "电子邮箱"),
                        java.util.Arrays.asList(
                                userName, name, department, position, employment, mail),
                        List.of(userName(), "好行", "XS"));

        Answer check = send("/api/people/import/check", sheet);

        assertThat(check.json().path("faulty").asInt()).as(check.text()).isEqualTo(1);
        assertThat(check.json().path("ready").asInt()).isEqualTo(1);
        assertThat(check.json().at("/rows/0/row").asInt()).isEqualTo(2);
        assertThat(check.json().at("/rows/0/faults/0/column").asString()).isEqualTo(column);
        assertThat(check.json().at("/rows/0/faults/0/zh").asString()).contains(words);
        assertThat(send("/api/people/import", sheet).slug()).isEqualTo("rows-faulty");
    }

    @Test
    void importsNobodyWhenOneRowIsWrong() throws IOException {
        String good = userName();
        byte[] sheet =
                sheet(
                        List.of("用户名", "姓名", "部门代码"),
                        List.of(good, "好行", "XS"),
                        List.of(good, "重复", "XS"));

        assertThat(send("/api/people/import", sheet).slug()).isEqualTo("rows-faulty");
        assertThat(count(good)).isZero();
    }

    @Test
    void refusesWhatIsNoSheet() throws IOException {
        byte[] noHeadings = sheet(List.of("甲", "乙"), List.of("1", "2"));
        byte[] tooMany = sheetOf(PeopleSheet.MOST_ROWS + 1);
        byte[] bomb = bomb();
        assertThat(bomb.length).isLessThan(1 << 20);

        for (byte[] sheet : List.of(new byte[0], "PK no".getBytes(), noHeadings, tooMany, bomb)) {
            Answer answer = send("/api/people/import/check", sheet);
            assertThat(answer.slug())
                    .as(answer.text())
                    .isIn("sheet-unreadable", "malformed-request");
            assertThat(answer.status()).isEqualTo(400);
        }
        assertThat(send("/api/people/import/check", new byte[(1 << 20) + 1]).slug())
                .isEqualTo("body-too-large");
    }

    @Test
    void givesATemplateThatCanBeFilledIn() throws IOException {
        Answer template = sysadmin.get("/api/people/import/template");

        assertThat(rows(template.raw().body()).getFirst().getCellText(0)).startsWith("用户名");
        assertThat(
                        send("/api/people/import/check", template.raw().body())
                                .json()
                                .path("faulty")
                                .asInt(-1))
                .isZero();
    }

    @Test
    void isForWhoManagesPeople() throws IOException {
        byte[] sheet = sheet(List.of("用户名", "姓名", "部门代码"));

        Answer answer =
                TestClient.as("clerk", port)
                        .send(
                                "POST",
                                "/api/people/import",
                                BodyPublishers.ofByteArray(sheet),
                                "Content-Type",
                                SHEET);

        assertThat(answer.slug()).isEqualTo("not-permitted");
    }

    private Answer send(String path, byte[] sheet) {
        return sysadmin.send(
                "POST", path, BodyPublishers.ofByteArray(sheet), "Content-Type", SHEET);
    }

    private String position() {
        String code =
                "I"
                        + UUID.randomUUID()
                                .toString()
                                .substring(0, 8)
                                .toUpperCase(java.util.Locale.ROOT);
        sysadmin.post("/api/positions", body().put("code", code).put("name", "导入岗位"));
        return code;
    }

    private long count(String userName) {
        return jdbc.sql("select count(*) from person where user_name = :name")
                .param("name", userName)
                .query(Long.class)
                .single();
    }

    private static String userName() {
        return "i" + UUID.randomUUID().toString().substring(0, 12);
    }

    @SafeVarargs
    private static byte[] sheet(List<String>... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("人员");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].size(); column++) {
                    String value = rows[row].get(column);
                    if (value != null && value.startsWith("=")) {
                        sheet.formula(row, column, value.substring(1));
                    } else if (value != null) {
                        sheet.value(row, column, value);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] sheetOf(int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("人员");
            List<String> headings = List.of("用户名", "姓名", "部门代码");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, "u" + row);
                sheet.value(row, 1, "人");
                sheet.value(row, 2, "XS");
            }
        }
        return bytes.toByteArray();
    }

    /** Small on the wire, 300 MB unpacked. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static List<Row> rows(byte[] sheet) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            return book.getFirstSheet().read();
        }
    }
}
