package org.kedang.customer;

/** How large an organisation is: 统计上大中小微型企业划分办法（2017）. */
public enum CustomerSize {
    LARGE,
    MEDIUM,
    SMALL,
    MICRO
}
