package org.kedang.oversight;

/**
 * What a signer has before her.
 *
 * @param refused events of the span that were refused; 10,000 stands for more
 * @param privileged changes by administrators or to rights; 10,000 stands for more
 * @param sampled events drawn by lot
 * @param checked events that were looked at and marked
 * @param findings findings written
 * @param openFindings of which not closed
 */
public record RoundFigures(
        ActivityFigures activity,
        long refused,
        long privileged,
        long sampled,
        long checked,
        long findings,
        long openFindings) {}
