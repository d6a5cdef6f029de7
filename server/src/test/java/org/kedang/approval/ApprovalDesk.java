package org.kedang.approval;

import org.kedang.form.FormValues;
import org.kedang.identity.Accounts;
import org.kedang.identity.ManagingPeople;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People of their own and requests for the tests of approvals. */
@Component
class ApprovalDesk {
    private final Submitting submitting;
    private final ManagingPeople managing;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    ApprovalDesk(
            Submitting submitting, ManagingPeople managing, Accounts accounts, JdbcClient jdbc) {
        this.submitting = submitting;
        this.managing = managing;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** A person of a department (by code) whom no other test knows. */
    Actor newcomer(String department) {
        UUID id =
                managing.add(
                                Actor.SYSTEM,
                                "a" + UUID.randomUUID().toString().substring(0, 10),
                                "审" + UUID.randomUUID().toString().substring(0, 3),
                                department(department))
                        .id();
        return actor(id);
    }

    UUID department(String code) {
        return jdbc.sql("select id from department where code = :code")
                .param("code", code)
                .query(UUID.class)
                .single();
    }

    Actor known(String userName) {
        return actor(
                jdbc.sql("select id from person where user_name = :name")
                        .param("name", userName)
                        .query(UUID.class)
                        .single());
    }

    private Actor actor(UUID id) {
        return accounts.find(id).orElseThrow().actor(Actor.Connection.INSIDE);
    }

    UUID submit(Actor by, String type, Actor... signers) {
        return submit(by, type, Map.of("note", "试一试"), Map.of("sign", List.of(signers)));
    }

    UUID submit(Actor by, String type, Map<String, Object> fields, Map<String, List<Actor>> who) {
        return submitting.submit(by, request(type, fields, who)).id();
    }

    NewRequest request(String type, Map<String, Object> fields, Map<String, List<Actor>> who) {
        Map<String, List<UUID>> chosen = new HashMap<>();
        who.forEach((step, people) -> chosen.put(step, people.stream().map(Actor::id).toList()));
        return new NewRequest(type, new FormValues(fields), "测试需要", chosen);
    }

    /** The person's open task of the request. */
    UUID task(UUID request, Actor person) {
        return jdbc.sql(
                        "select id from approval_task where request_id = :request and person_id ="
                                + " :person and state = 'OPEN'")
                .param("request", request)
                .param("person", person.id())
                .query(UUID.class)
                .single();
    }

    /** Who is asked now. */
    List<UUID> asked(UUID request) {
        return jdbc.sql(
                        "select person_id from approval_task where request_id = :request and state"
                                + " = 'OPEN' order by place, id")
                .param("request", request)
                .query(UUID.class)
                .list();
    }

    /** What is open now. */
    List<UUID> tasks(UUID request) {
        return jdbc.sql(
                        "select id from approval_task where request_id = :request and state ="
                                + " 'OPEN' order by place, id")
                .param("request", request)
                .query(UUID.class)
                .list();
    }

    /** The steps that it has come to, in order. */
    List<String> steps(UUID request) {
        return jdbc.sql(
                        "select node from approval_step where request_id = :request order by"
                                + " entered_at, id")
                .param("request", request)
                .query(String.class)
                .list();
    }

    /** The slug of the problem by which it is refused. */
    static String refusal(Runnable act) {
        try {
            act.run();
            return "not refused";
        } catch (Problem problem) {
            return problem.type().slug();
        }
    }

    List<String> states(UUID request) {
        return jdbc.sql(
                        "select t.state from approval_task t join approval_step s on s.id ="
                                + " t.step_id where t.request_id = :request order by s.entered_at,"
                                + " s.id, t.place, t.id")
                .param("request", request)
                .query(String.class)
                .list();
    }

    String state(UUID request) {
        return text("select state from approval_request where id = :id", request);
    }

    boolean took(UUID request) {
        return count(
                        "select count(*) from person_group g join approval_request r on r.number ="
                                + " g.name where r.id = :id",
                        request)
                == 1;
    }

    /** Acts of the log about the request, in order. */
    List<String> log(UUID request) {
        return jdbc.sql(
                        "select act from audit_event where subject_id = :id and subject_type ="
                                + " 'approval' order by at, id")
                .param("id", request)
                .query(String.class)
                .list();
    }

    /** Kinds of what the person was told about the request, in order. */
    List<String> told(UUID request, Actor person) {
        return jdbc.sql(
                        "select kind from notice where person_id = :person and link ="
                                + " '/approvals/' || :id order by made_at, id")
                .param("person", person.id())
                .param("id", request.toString())
                .query(String.class)
                .list();
    }

    long inEngine(UUID request) {
        return count(
                "select count(*) from act_ru_task t join approval_request r on r.instance_id ="
                        + " t.proc_inst_id_ where r.id = :id",
                request);
    }

    private long count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Long.class).single();
    }

    private String text(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(String.class).single();
    }

    static List<UUID> ids(Actor... people) {
        return Arrays.stream(people).map(Actor::id).toList();
    }
}
