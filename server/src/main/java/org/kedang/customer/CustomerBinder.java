package org.kedang.customer;

import org.hibernate.Session;
import org.hibernate.search.mapper.orm.HibernateOrmExtension;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.kedang.customer.PeopleOfCustomers.Person;
import org.kedang.customfield.CustomValues;
import org.kedang.customfield.ShowingValues;
import org.kedang.index.Thing;
import org.kedang.index.ThingFields;
import org.kedang.kernel.ChinaTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Puts customers into the index: found by name, pinyin, code, phone and mail and by the people who
 * are there, narrowed and sorted as their list is.
 */
@Component
class CustomerBinder implements TypeBinder {
    static final String KIND = "Customer";

    static final List<String> FILTERS =
            List.of(
                    "type",
                    "kind",
                    "grade",
                    "ownerId",
                    "departmentId",
                    "regionCode",
                    "industryCode",
                    "tag",
                    "companySize",
                    "nature",
                    "source",
                    "cooperatingSince",
                    "createdOn",
                    "date",
                    "customerId",
                    CustomValues.MEMBER);

    static final List<String> SORTS =
            List.of("number", "name", "kind", "grade", "createdAt", "updatedAt");

    private static final List<String> READ =
            List.of(
                    "number",
                    "type",
                    "name",
                    "shortName",
                    "formerNames",
                    "creditCode",
                    "phone",
                    "mail",
                    "regionCode",
                    "industryCode",
                    "kind",
                    "grade",
                    "tags",
                    "size",
                    "nature",
                    "source",
                    "cooperatingSince",
                    "ownerId",
                    "departmentId",
                    "createdAt",
                    "updatedAt",
                    "more");

    /** Not before the index is filled: it needs what the index belongs to. */
    private final ObjectProvider<ShowingValues> showing;

    private final FindablePeople people;

    CustomerBinder(ObjectProvider<ShowingValues> showing, FindablePeople people) {
        this.showing = showing;
        this.people = people;
    }

    @Override
    public void bind(TypeBindingContext context) {
        READ.forEach(property -> context.dependencies().use(property));
        ThingFields fields = new ThingFields(context.indexSchemaElement(), KIND, FILTERS, SORTS);
        context.bridge(
                Customer.class,
                (document, customer, more) -> {
                    Session session = more.extension(HibernateOrmExtension.get()).session();
                    fields.write(document, thing(customer, people.ofIndexed(customer, session)));
                });
    }

    private Thing thing(Customer customer, List<Person> found) {
        ShowingValues values = showing.getObject();
        Map<String, Object> custom = customer.custom();
        return customer.thing(
                values.texts(CustomerRecordType.CODE, custom),
                values.marks(CustomerRecordType.CODE, custom),
                found);
    }

    static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ChinaTime.ZONE).toString();
    }
}
