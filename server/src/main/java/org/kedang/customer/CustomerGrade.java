package org.kedang.customer;

/** Worth to the company, A the highest. */
public enum CustomerGrade {
    A,
    B,
    C,
    D
}
