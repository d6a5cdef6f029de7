package org.kedang.demo;

import org.kedang.customer.CustomerChange;
import org.kedang.customer.CustomerFields;
import org.kedang.customer.CustomerKind;
import org.kedang.customer.CustomerRecords;
import org.kedang.customer.RegisteringCustomer;
import org.kedang.export.AskingForExports;
import org.kedang.export.AskingForExports.Wish;
import org.kedang.export.ExportColumn;
import org.kedang.export.ExportSelection;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.keychange.FieldGroup;
import org.kedang.keychange.KeyChecks;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the made-up company's people asked for and wait for: a customer's new legal representative,
 * and a list with telephone numbers; a list without them is there already. Left out where tests
 * want empty inboxes.
 */
@Component
@ConditionalOnBooleanProperty(name = "kedang.demo-requests", matchIfMissing = true)
class DemoRequests {
    private final CustomerRecords customers;
    private final Visibilities visibilities;
    private final RegisteringCustomer registering;
    private final KeyChecks checks;
    private final AskingForExports exports;
    private final ObjectMapper json;

    DemoRequests(
            CustomerRecords customers,
            Visibilities visibilities,
            RegisteringCustomer registering,
            KeyChecks checks,
            AskingForExports exports,
            ObjectMapper json) {
        this.customers = customers;
        this.visibilities = visibilities;
        this.registering = registering;
        this.checks = checks;
        this.exports = exports;
        this.json = json;
    }

    void ask(Actor owner, Actor administrator) {
        Visibility visibility = visibilities.of(owner, Permission.CUSTOMER_READ);
        UUID customer =
                customers
                        .list(CustomerRecords.Filter.ALL, "number", new Paging(1, 1), visibility)
                        .items()
                        .getFirst()
                        .id();
        lead(owner, customer, visibility, "沈伯年", "按营业执照登记");
        checks.set(
                administrator,
                Set.of(FieldGroup.LEGAL_REPRESENTATIVE, FieldGroup.SETTLEMENT),
                "财务要求：法定代表人和结算账户变更须经第二人核对");
        lead(owner, customer, visibility, "沈国强", "客户来函告知变更，新营业执照副本已交档案室");
        ask(
                owner,
                CustomerKind.GENERAL,
                List.of(ExportColumn.NUMBER, ExportColumn.NAME, ExportColumn.REGION),
                false,
                "一般客户名单，用于年度走访排程");
        ask(
                owner,
                CustomerKind.KEY,
                List.of(ExportColumn.NUMBER, ExportColumn.NAME, ExportColumn.PHONE),
                true,
                "重点客户通讯录，用于新春电话拜访");
    }

    private void lead(Actor by, UUID customer, Visibility visibility, String name, String reason) {
        long version = customers.find(customer, visibility).orElseThrow().version();
        registering.rewrite(
                by,
                customer,
                new CustomerChange(
                        version,
                        Set.of("legalRepresentative"),
                        stored -> led(stored, name),
                        reason));
    }

    private CustomerFields led(CustomerFields stored, String name) {
        ObjectNode fields = json.valueToTree(stored);
        return json.treeToValue(fields.put("legalRepresentative", name), CustomerFields.class);
    }

    private void ask(
            Actor by, CustomerKind kind, List<ExportColumn> columns, boolean clear, String what) {
        exports.ask(by, new Wish(only(kind), columns, List.of(), clear, what));
    }

    private ExportSelection only(CustomerKind kind) {
        return json.convertValue(Map.of("kind", kind), ExportSelection.class);
    }
}
