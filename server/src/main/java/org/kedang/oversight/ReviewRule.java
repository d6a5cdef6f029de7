package org.kedang.oversight;

/**
 * When reviews begin by themselves, and what counts as night.
 *
 * @param sampleSize how many events are drawn by lot for a round
 * @param nightFrom first hour of the night in China, 0 to 23
 * @param nightUntil first hour after the night, 0 to 23
 */
public record ReviewRule(Every every, int sampleSize, int nightFrom, int nightUntil) {
    /** How often a round begins by itself. */
    public enum Every {
        MONTH,
        QUARTER,
        NEVER
    }
}
