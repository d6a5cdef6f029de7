package org.kedang.identity;

/** How an account stands, as a list of people is narrowed by it. */
public enum AccountState {
    ACTIVE(
            "p.state = 'ACTIVE' and p.stolen_at is null and (p.locked_until is null or"
                    + " p.locked_until <= :now)"),
    /** By an administrator, or for a time after wrong passwords. */
    LOCKED("(p.state = 'LOCKED' or (p.state = 'ACTIVE' and p.locked_until > :now))"),
    /** Reported stolen; a new password ends that. */
    STOLEN("p.stolen_at is not null"),
    CLOSED("p.state = 'CLOSED'");

    private final String condition;

    AccountState(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
