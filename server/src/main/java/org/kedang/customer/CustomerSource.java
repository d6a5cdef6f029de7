package org.kedang.customer;

import org.kedang.form.Label;
import org.kedang.form.Labelled;

/** How a customer came to us (来源渠道). */
public enum CustomerSource implements Labelled {
    EXHIBITION("展会", "Exhibition"),
    REFERRAL("客户介绍", "Referral"),
    WEBSITE("网站", "Web site"),
    PHONE("电话", "Phone"),
    ADVERTISING("广告", "Advertising"),
    SOCIAL_MEDIA("新媒体", "Social media"),
    TENDER("招投标", "Tender"),
    /** We went to them. */
    VISIT("上门拜访", "Visit"),
    /** They came to us. */
    WALK_IN("主动来访", "Came to us"),
    OTHER("其他", "Other");

    private final Label label;

    CustomerSource(String zh, String en) {
        label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
