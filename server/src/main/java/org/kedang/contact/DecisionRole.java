package org.kedang.contact;

import io.swagger.v3.oas.annotations.media.Schema;

/** What part a contact has in what the customer decides; whoever decides comes first. */
@Schema(name = "ContactRole")
public enum DecisionRole {
    /** 决策人: says yes or no. */
    DECIDER("决策人", "Decision-maker"),
    /** 影响者: is asked before. */
    INFLUENCER("影响者", "Influencer"),
    /** 把关者: decides who gets through and what is looked at. */
    GATEKEEPER("把关者", "Gatekeeper"),
    /** 采购: bargains and orders. */
    BUYER("采购", "Buyer"),
    /** 使用者: uses what is bought. */
    USER("使用者", "User"),
    OTHER("其他", "Other");

    private final String zh;
    private final String en;

    DecisionRole(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
