package org.kedang.approval;

import org.kedang.kernel.FreshProof;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

/** Some decisions are so dangerous that whoever makes them must just have proved who he is. */
@Component
class ProvingDecisions {
    private final RequestTypes types;
    private final FreshProof proof;

    ProvingDecisions(RequestTypes types, FreshProof proof) {
        this.types = types;
        this.proof = proof;
    }

    /**
     * Lets pass what needs no proof, and whoever has proved who he is.
     *
     * @throws Problem {@code step-up-required}, {@code not-by-token}
     */
    void require(Request request) {
        if (types.get(request.type()).mustBeProven()) {
            proof.require();
        }
    }
}
