package org.kedang.preference;

import io.swagger.v3.oas.annotations.media.Schema;

/** How much it matters that a preference is met; what must be comes first. */
@Schema(name = "PreferenceImportance")
public enum Importance {
    /** 必须: allergies, taboos, what safety needs. */
    MUST,
    /** 重要. */
    IMPORTANT,
    /** 一般: nice if it can be done. */
    NICE
}
