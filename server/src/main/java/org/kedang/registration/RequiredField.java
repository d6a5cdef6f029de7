package org.kedang.registration;

import org.kedang.form.Label;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a record must tell before the customer can be put on record. */
public enum RequiredField {
    CREDIT_CODE("credit_code", "统一社会信用代码", "credit code", true),
    REGION("region_code", "地区", "region", false),
    INDUSTRY("industry_code", "行业", "industry", true),
    PHONE("phone", "电话", "phone", false);

    /** The columns of {@code customer c} that {@link #missing} reads. */
    static final String COLUMNS =
            "c.type customer_type, c.credit_code, c.region_code, c.industry_code, c.phone";

    private final String column;
    private final Label label;
    private final boolean organisationsOnly;

    RequiredField(String column, String zh, String en, boolean organisationsOnly) {
        this.column = column;
        this.label = Label.of(zh, en);
        this.organisationsOnly = organisationsOnly;
    }

    public Label label() {
        return label;
    }

    /** What the record of the row lacks, in the order of the form. */
    static List<RequiredField> missing(ResultSet row) throws SQLException {
        boolean organisation = row.getString("customer_type").equals("ORGANISATION");
        List<RequiredField> asked =
                Arrays.stream(values()).filter(f -> organisation || !f.organisationsOnly).toList();
        List<RequiredField> missing = new ArrayList<>();
        for (RequiredField field : asked) {
            if (row.getString(field.column) == null) {
                missing.add(field);
            }
        }
        return missing;
    }
}
