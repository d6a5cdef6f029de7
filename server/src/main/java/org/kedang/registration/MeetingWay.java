package org.kedang.registration;

import org.kedang.form.FormField.Option;
import org.kedang.form.Label;

import java.util.Arrays;

/** How the company and a customer first met. */
public enum MeetingWay {
    VISIT("上门拜访", "Visit"),
    RECEPTION("客户来访", "Came to us"),
    PHONE("电话", "Phone"),
    FAIR("展会活动", "Fair or event"),
    REFERRAL("他人介绍", "Referral"),
    ONLINE("网络", "Online"),
    OTHER("其他", "Other");

    private final Label label;

    MeetingWay(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    Label label() {
        return label;
    }

    static Option[] options() {
        return Arrays.stream(values())
                .map(way -> new Option(way.name(), way.label))
                .toArray(Option[]::new);
    }
}
