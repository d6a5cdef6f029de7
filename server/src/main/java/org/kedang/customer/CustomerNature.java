package org.kedang.customer;

import org.kedang.form.Label;
import org.kedang.form.Labelled;

/** What kind of body an organisation is (单位性质). */
public enum CustomerNature implements Labelled {
    STATE_OWNED("国有企业", "State-owned"),
    COLLECTIVE("集体企业", "Collective"),
    PRIVATE("民营企业", "Private"),
    FOREIGN("外商投资企业", "Foreign-invested"),
    HK_MO_TW("港澳台投资企业", "Invested from Hong Kong, Macao or Taiwan"),
    SOLE_TRADER("个体工商户", "Sole trader"),
    GOVERNMENT("机关", "Government"),
    INSTITUTION("事业单位", "Public institution"),
    ASSOCIATION("社会团体", "Association"),
    OTHER("其他", "Other");

    private final Label label;

    CustomerNature(String zh, String en) {
        label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
