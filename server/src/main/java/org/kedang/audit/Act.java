package org.kedang.audit;

/** A kind of deed that is kept. Each module lists its own in one enum. */
public interface Act {
    /**
     * What stands for a deed.
     *
     * @param slug dotted name, unique in the whole system: {@code customer.registered}
     */
    record Words(String slug, String zh, String en, ActClass actClass) {}

    Words words();

    default String slug() {
        return words().slug();
    }

    default String zh() {
        return words().zh();
    }

    default String en() {
        return words().en();
    }

    default ActClass actClass() {
        return words().actClass();
    }
}
