package org.kedang.kernel.web;

import jakarta.servlet.http.HttpServletRequest;

import org.kedang.kernel.Problem;

/**
 * Is told of each problem before it is answered, wherever it arose: in a filter, at the gate, in a
 * use case.
 */
public interface RefusalWitness {
    /**
     * Takes note of what was refused, if it is a refusal.
     *
     * @throws Problem to be answered instead, when it cannot be noted
     */
    void witness(HttpServletRequest request, Problem problem);
}
