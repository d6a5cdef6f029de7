package org.kedang.contact;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.PeopleOfCustomers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Customers are found through their contacts, as long as these are there. */
@Repository
class FindableContacts implements PeopleOfCustomers {
    private final JdbcClient jdbc;

    FindableContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, List<Person>> list(Collection<UUID> customers) {
        Map<UUID, List<Person>> people = new HashMap<>();
        jdbc.sql(
                        """
                        select customer_id, name, mobile, phone, mail from contact
                        where customer_id = any(:customers) and left_on is null order by customer_id, created_at
                        """)
                .param("customers", customers.toArray(UUID[]::new))
                .query(
                        row -> {
                            people.computeIfAbsent(
                                            Objects.requireNonNull(
                                                    row.getObject("customer_id", UUID.class)),
                                            customer -> new ArrayList<>())
                                    .add(person(row));
                        });
        return people;
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getString("name"),
                some(row.getString("mobile"), row.getString("phone")),
                some(row.getString("mail")));
    }

    private static List<String> some(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).toList();
    }
}
