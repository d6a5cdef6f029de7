package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.PeopleOfCustomers.Person;
import org.kedang.customfield.CustomValues;
import org.kedang.customfield.ShowingValues;
import org.kedang.identity.FieldRights;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibility;
import org.kedang.index.FoundThing;
import org.kedang.index.FoundThings;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Permission;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows found customers in the one box. */
@Repository
class FoundCustomers implements FoundThings {
    private final JdbcClient jdbc;
    private final ShowingValues values;
    private final FindablePeople people;

    FoundCustomers(JdbcClient jdbc, ShowingValues values, FindablePeople people) {
        this.jdbc = jdbc;
        this.values = values;
        this.people = people;
    }

    @Override
    public String kind() {
        return CustomerBinder.KIND;
    }

    @Override
    public String type() {
        return "CUSTOMER";
    }

    @Override
    public Permission permission() {
        return Permission.CUSTOMER_READ;
    }

    @Override
    public List<FoundThing> list(Collection<UUID> ids, Visibility visibility) {
        if (ids.isEmpty()) {
            return List.of();
        }
        SqlPredicate visible = visibility.customers("c");
        Map<UUID, List<Person>> there = people.list(ids);
        return jdbc.sql(
                        """
                        select c.id, c.number, c.name, c.short_name, c.former_names, c.credit_code, c.phone, c.mail, c.more,
                            c.updated_at
                        from customer c where c.id in (:ids) and \
                        """
                                + visible.sql())
                .param("ids", ids)
                .params(visible.params())
                .query((row, n) -> thing(row, there, visibility.fields()))
                .list();
    }

    private FoundThing thing(ResultSet row, Map<UUID, List<Person>> there, FieldRights fields)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String name = row.getString("name");
        String number = row.getString("number");
        Map<String, List<String>> texts = new LinkedHashMap<>();
        texts.put("name", List.of(name));
        texts.put("shortName", some(row.getString("short_name")));
        texts.put("formerNames", List.of((String[]) row.getArray("former_names").getArray()));
        texts.put("number", List.of(number));
        texts.put("creditCode", some(row.getString("credit_code")));
        texts.put("phone", some(fields.shown(SensitiveField.PHONE, row.getString("phone"))));
        texts.put("mail", some(fields.shown(SensitiveField.MAIL, row.getString("mail"))));
        texts.put(
                "contact",
                there.getOrDefault(id, List.of()).stream()
                        .map(person -> words(person, fields))
                        .toList());
        texts.put(
                CustomValues.MEMBER,
                values.texts(CustomerRecordType.CODE, CustomValues.read(row.getString("more"))));
        LocalDate date =
                row.getObject("updated_at", OffsetDateTime.class)
                        .atZoneSameInstant(ChinaTime.ZONE)
                        .toLocalDate();
        return new FoundThing(
                id, name, number, id, name, null, null, null, null, null, date, texts, () -> null);
    }

    /** Name, numbers and addresses of one person, as far as the reader sees them. */
    private static String words(Person person, FieldRights fields) {
        Stream<@Nullable String> phones =
                person.phones().stream().map(one -> fields.shown(SensitiveField.PHONE, one));
        Stream<@Nullable String> mails =
                person.mails().stream().map(one -> fields.shown(SensitiveField.MAIL, one));
        return Stream.concat(Stream.of(person.name()), Stream.concat(phones, mails))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static List<String> some(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }
}
