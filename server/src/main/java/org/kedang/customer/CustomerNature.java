package org.kedang.customer;

/** What kind of body an organisation is (单位性质). */
public enum CustomerNature {
    STATE_OWNED,
    COLLECTIVE,
    PRIVATE,
    FOREIGN,
    /** Invested from Hong Kong, Macao or Taiwan. */
    HK_MO_TW,
    /** 个体工商户 */
    SOLE_TRADER,
    GOVERNMENT,
    /** 事业单位 */
    INSTITUTION,
    /** 社会团体 */
    ASSOCIATION,
    OTHER
}
