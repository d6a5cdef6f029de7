package org.kedang.customer;

/** 目标, 潜在, 一般, 重点: how far the relationship has come. */
public enum CustomerKind {
    TARGET,
    POTENTIAL,
    GENERAL,
    KEY
}
