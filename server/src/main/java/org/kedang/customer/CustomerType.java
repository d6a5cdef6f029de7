package org.kedang.customer;

/** 单位 or 个人. */
public enum CustomerType {
    ORGANISATION,
    PERSON
}
