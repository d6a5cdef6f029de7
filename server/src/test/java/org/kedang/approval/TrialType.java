package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.Label;
import org.kedang.kernel.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

/** A request for the tests: its effect is a group of people called like the request's number. */
final class TrialType implements RequestType {
    static final String FAIL = "让效果失败";

    private final String code;
    private final ProcessTree process;
    private final boolean decided;
    private final boolean proven;
    private final JdbcClient jdbc;

    TrialType(String code, ProcessTree process, boolean decided, JdbcClient jdbc) {
        this(code, process, decided, false, jdbc);
    }

    TrialType(String code, ProcessTree process, boolean decided, boolean proven, JdbcClient jdbc) {
        this.code = code;
        this.process = process;
        this.decided = decided;
        this.proven = proven;
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Label name() {
        return Label.of("试用申请", "Trial request");
    }

    @Override
    public Form form() {
        return Form.of(
                FormField.of("note", Kind.TEXT, "事由", "Note").needed().upTo(50),
                FormField.of("amount", Kind.MONEY, "金额", "Amount").from(0),
                FormField.of("person", Kind.PERSON, "当事人", "Person"),
                FormField.of("papers", Kind.FILE, "附件", "Papers").upTo(2).within(1));
    }

    @Override
    public @Nullable Permission submittedBy() {
        return null;
    }

    @Override
    public ProcessTree process() {
        return process;
    }

    @Override
    public boolean mustBeDecided() {
        return decided;
    }

    @Override
    public boolean mustBeProven() {
        return proven;
    }

    @Override
    public @Nullable Subject subject(Submission asked) {
        UUID person = asked.fields().id("person");
        return person == null ? null : new Subject("person", person, "某人", person, null);
    }

    @Override
    public void approved(Decision decision) {
        jdbc.sql("insert into person_group (id, name) values (:id, :name)")
                .param("id", UUID.randomUUID())
                .param("name", decision.number())
                .update();
        if (decision.fields().text("note").equals(FAIL)) {
            throw new IllegalStateException("as the test wanted");
        }
    }
}
