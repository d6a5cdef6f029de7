package org.kedang.kernel;

/**
 * Asks whoever calls now for a fresh proof, as {@link StepUp} does, where only what is called about
 * tells whether it is dangerous.
 */
public interface FreshProof {
    /**
     * Lets nobody pass who has not proved who she is within the last minutes, nor any token.
     *
     * @throws Problem {@code step-up-required}, {@code not-by-token}
     */
    void require();
}
