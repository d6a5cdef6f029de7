package org.kedang.customer;

import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
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
 * Puts customers into the index: found by name, pinyin, code and phone, narrowed and sorted as
 * their list is.
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
                    "regionCode",
                    "industryCode",
                    "kind",
                    "grade",
                    "tags",
                    "ownerId",
                    "departmentId",
                    "createdAt",
                    "updatedAt",
                    "more");

    /** Not before the index is filled: it needs what the index belongs to. */
    private final ObjectProvider<ShowingValues> showing;

    CustomerBinder(ObjectProvider<ShowingValues> showing) {
        this.showing = showing;
    }

    @Override
    public void bind(TypeBindingContext context) {
        READ.forEach(property -> context.dependencies().use(property));
        ThingFields fields = new ThingFields(context.indexSchemaElement(), KIND, FILTERS, SORTS);
        context.bridge(
                Customer.class,
                (document, customer, more) -> fields.write(document, thing(customer)));
    }

    private Thing thing(Customer customer) {
        ShowingValues values = showing.getObject();
        Map<String, Object> custom = customer.custom();
        return customer.thing(
                values.texts(CustomerRecordType.CODE, custom),
                values.marks(CustomerRecordType.CODE, custom));
    }

    static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ChinaTime.ZONE).toString();
    }
}
