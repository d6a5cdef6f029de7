package org.kedang.identity;

/** How an account stands, as a list of people is narrowed by it. */
public enum AccountState {
    ACTIVE("p.state = 'ACTIVE' and (p.locked_until is null or p.locked_until <= :now)"),
    /** By an administrator, or for a time after wrong passwords. */
    LOCKED("(p.state = 'LOCKED' or (p.state = 'ACTIVE' and p.locked_until > :now))"),
    CLOSED("p.state = 'CLOSED'");

    private final String condition;

    AccountState(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
