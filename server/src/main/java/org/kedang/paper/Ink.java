package org.kedang.paper;

/**
 * How something is written.
 *
 * @param size of the characters, in points
 * @param grey from 0, black, to 1, white
 */
record Ink(float size, float grey, boolean bold) {
    static final float RULE = 0.45f;
    static final float SHADE = 0.96f;
    static final Ink HEADING = new Ink(16, 0, true);
    static final Ink BODY = new Ink(10.5f, 0, false);
    static final Ink LABEL = new Ink(10.5f, 0.2f, false);
    static final Ink SMALL = new Ink(9, 0.35f, false);

    /** From one line to the next, in points. */
    float leading() {
        return size * 1.5f;
    }
}
