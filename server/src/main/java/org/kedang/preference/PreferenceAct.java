package org.kedang.preference;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around preferences, activities and identification. */
enum PreferenceAct implements Act {
    WRITTEN("preference.written", "登记客史", "Preference written"),
    CHANGED("preference.changed", "修改客史", "Preference changed"),
    REMOVED("preference.removed", "删除客史", "Preference removed"),
    LISTED("preference.listed", "查看客史", "Preferences read"),
    ATTENDED("preference.activity-written", "登记参加的活动", "Activity written"),
    ACTIVITY_CHANGED("preference.activity-changed", "修改参加的活动", "Activity changed"),
    ACTIVITY_REMOVED("preference.activity-removed", "删除参加的活动", "Activity removed"),
    IDENTIFIER_ADDED("preference.identifier-added", "登记车牌或会员号", "Plate or member number added"),
    IDENTIFIER_REMOVED(
            "preference.identifier-removed", "删除车牌或会员号", "Plate or member number removed"),
    IDENTIFIED("preference.identified", "来访来电识别", "Caller or guest identified"),
    TOPIC_CHANGED("preference.topic-changed", "修改客史类别", "Topic of preferences changed");

    private final Words words;

    PreferenceAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
