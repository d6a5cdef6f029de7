package org.kedang.audit;

/** A kind of deed that is kept. Each module lists its own in one enum. */
public interface Act {
    /** Dotted name, unique in the whole system: {@code customer.registered}. */
    String slug();

    String zh();

    String en();

    ActClass actClass();
}
