package org.kedang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

@IntegrationTest
class CalendarIntegrationTests {
    private static final String SHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired WorkingCalendar calendar;

    private TestClient administrator;

    @BeforeEach
    void signIn() {
        administrator = TestClient.as("sysadmin", port);
    }

    @AfterEach
    void forgetTheFuture() {
        jdbc.sql("delete from calendar_day where day >= '2027-01-01'").update();
        calendar.forget();
    }

    @Test
    void knowsTheHolidaysOf2026() {
        WorkingDays days = calendar.days();

        assertThat(days.isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(days.isWorkingDay(LocalDate.of(2026, 2, 16))).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(days.plus(LocalDate.of(2026, 9, 30), 1)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(year(administrator, 2026).path("workingDays").asInt()).isEqualTo(248);
    }

    @Test
    void saysWhichYearsAreNotKnown() {
        JsonNode year = year(TestClient.as("sales", port), 2027);

        assertThat(year.path("known").asBoolean()).isFalse();
        assertThat(year.path("workingDays").asInt()).isEqualTo(261);
        assertThat(year.path("knownYears").get(0).asInt()).isEqualTo(2026);
    }

    @Test
    void changesOneDayAndKeepsWhoDidIt() {
        LocalDate friday = LocalDate.of(2027, 3, 5);
        Answer set = set("2027-03-05", "OFF", "公司成立纪念日");

        assertThat(set.status()).as(set.text()).isEqualTo(200);
        assertThat(calendar.days().isWorkingDay(friday)).isFalse();
        assertThat(set("2027-03-05", "WORK", "照常上班").status()).isEqualTo(200);
        assertThat(administrator.delete("/api/calendar/days/2027-03-05").status()).isEqualTo(200);
        assertThat(calendar.days().isWorkingDay(friday)).isTrue();
        List<String> acts =
                jdbc.sql(
                                "select act || ' ' || (changes -> 0 ->> 'before') from audit_event"
                                        + " where act like 'calendar.day%' and subject_title like"
                                        + " '2027-03-05%' and changes -> 0 ->> 'before' is not null"
                                        + " order by at")
                        .query(String.class)
                        .list();
        assertThat(acts).containsExactly("calendar.day-set OFF", "calendar.day-cleared WORK");
    }

    @Test
    void importsAYearFromCsvOfEitherCharset() {
        String csv = "日期,类型,名称\r\n2027-01-01,休,元旦\r\n2027/1/2,休,元旦\r\n2027年2月7日,班,春节调休上班\r\n";

        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            Answer answer = imported(2027, "text/csv", csv.getBytes(charset));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("days")).hasSize(3);
            assertThat(answer.json().at("/days/2/name").asString()).isEqualTo("春节调休上班");
        }
    }

    @Test
    void importsTheSheetItHandedOut() {
        byte[] sheet = administrator.get("/api/calendar/2026/sheet").raw().body();
        JsonNode before = year(administrator, 2026).path("days");

        Answer answer = imported(2026, SHEET, sheet);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("days")).isEqualTo(before);
    }

    @Test
    void importsAllOrNothingAndNamesTheRows() {
        set("2027-03-05", "OFF", "公司成立纪念日");
        String csv =
                "日期,类型,名称\n"
                        + "2027-01-01,休,元旦\n"
                        + "2026-01-01,休,元旦\n"
                        + "2027-02-30,休,没有\n"
                        + "2027-05-01,假日,劳动节\n"
                        + "2027-01-01,休,又\n"
                        + "2027-06-01,休,\n";

        Answer answer = imported(2027, "text/csv", csv.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.slug()).isEqualTo("invalid-input");
        assertThat(answer.json().path("fields").valueStream().map(f -> f.path("name").asString()))
                .containsExactly("row3", "row4", "row5", "row6", "row7");
        assertThat(answer.text()).contains("第 5 行：类型填“休”或“班”，不是“假日”");
        assertThat(year(administrator, 2027).path("days")).hasSize(1);
    }

    @Test
    void refusesWhatIsNoSheet() {
        for (byte[] file :
                List.of(
                        "PK not a zip".getBytes(StandardCharsets.UTF_8),
                        "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
                        new byte[] {(byte) 0xff, (byte) 0xff, 0})) {
            assertThat(imported(2027, SHEET, file).slug()).isEqualTo("calendar-sheet-unreadable");
        }
    }

    @Test
    void letsEverybodyReadAndOnlyTheAdministratorChange() {
        TestClient sales = TestClient.as("sales", port);

        assertThat(sales.get("/api/calendar/2026").status()).isEqualTo(200);
        assertThat(sales.delete("/api/calendar/days/2026-10-01").status()).isEqualTo(403);
        assertThat(
                        sales.put(
                                        "/api/calendar/days/2027-01-01",
                                        body().put("kind", "OFF").put("name", "元旦"))
                                .status())
                .isEqualTo(403);
        assertThat(TestClient.at(port).get("/api/calendar/2026").status()).isEqualTo(401);
        assertThat(administrator.get("/api/calendar/1999").status()).isEqualTo(400);
        assertThat(set("2027-01-01", "OFF", " ").slug()).isEqualTo("invalid-input");
        assertThat(calendar.days().isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
    }

    private Answer set(String day, String kind, String name) {
        return administrator.put(
                "/api/calendar/days/" + day, body().put("kind", kind).put("name", name));
    }

    private Answer imported(int year, String type, byte[] sheet) {
        return administrator.send(
                "POST",
                "/api/calendar/" + year + "/import",
                BodyPublishers.ofByteArray(sheet),
                "Content-Type",
                type);
    }

    private static JsonNode year(TestClient client, int year) {
        return client.get("/api/calendar/" + year).json();
    }
}
