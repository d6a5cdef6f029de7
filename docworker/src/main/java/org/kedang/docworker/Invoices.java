package org.kedang.docworker;

import static org.kedang.document.FindingCode.ELECTRONIC_INVOICE;

import static java.util.Map.entry;

import org.kedang.document.Finding;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the electronic invoices of China's tax authority, as OFD's custom data, as {@code
 * eInvoice} XML (its element names) or as printed text.
 */
final class Invoices {

    private static final Map<String, String> KEYS =
            Map.ofEntries(
                    entry("发票号码", "number"),
                    entry("InvoiceNo", "number"),
                    entry("InvoiceNumber", "number"),
                    entry("发票代码", "code"),
                    entry("InvoiceCode", "code"),
                    entry("开票日期", "date"),
                    entry("IssueDate", "date"),
                    entry("合计金额", "amount"),
                    entry("TaxExclusiveTotalAmount", "amount"),
                    entry("合计税额", "tax"),
                    entry("TaxTotalAmount", "tax"),
                    entry("价税合计", "total"),
                    entry("TaxInclusiveTotalAmount", "total"),
                    entry("购买方名称", "buyer"),
                    entry("BuyerName", "buyer"),
                    entry("购买方纳税人识别号", "buyerTaxId"),
                    entry("BuyerTaxID", "buyerTaxId"),
                    entry("销售方名称", "seller"),
                    entry("SellerName", "seller"),
                    entry("销售方纳税人识别号", "sellerTaxId"),
                    entry("SellerTaxID", "sellerTaxId"));

    private static final Pattern KIND = Pattern.compile("电子发票|电子普通发票|电子专用发票");
    private static final Pattern NUMBER = Pattern.compile("发票号码\\s*[:：]?\\s*(\\d{20}|\\d{8})");
    private static final Pattern CODE = Pattern.compile("发票代码\\s*[:：]?\\s*(\\d{12}|\\d{10})");
    private static final Pattern DATE =
            Pattern.compile("开票日期\\s*[:：]?\\s*(\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日)");

    private final Map<String, String> details = new HashMap<>();

    /** Takes a value by its name in custom data or XML; the first one of a kind wins. */
    void take(String name, String value) {
        String key = KEYS.get(name);
        if (key != null && !value.isBlank()) {
            details.putIfAbsent(key, Names.clean(value));
        }
    }

    Optional<Finding> finding() {
        return details.containsKey("number")
                ? Optional.of(new Finding(ELECTRONIC_INVOICE, details))
                : Optional.empty();
    }

    static Optional<Finding> inText(String text) {
        Invoices invoice = new Invoices();
        if (KIND.matcher(text).find()) {
            invoice.take("发票号码", NUMBER, text);
            invoice.take("发票代码", CODE, text);
            invoice.take("开票日期", DATE, text);
        }
        return invoice.finding();
    }

    private void take(String name, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find()) {
            take(name, matcher.group(1).replaceAll("\\s", ""));
        }
    }
}
