package org.kedang.customer;

/** How a customer came to us (来源渠道). */
public enum CustomerSource {
    EXHIBITION,
    REFERRAL,
    WEBSITE,
    PHONE,
    ADVERTISING,
    SOCIAL_MEDIA,
    TENDER,
    /** We went to them. */
    VISIT,
    /** They came to us. */
    WALK_IN,
    OTHER
}
