package org.kedang.approval;

import org.kedang.kernel.Actor;
import org.kedang.kernel.FreshProof;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.UUID;

/** Asks for a fresh proof before a request is approved whose type demands one. */
@Service
public class ProvingDecisions {
    private final Tasks tasks;
    private final RequestTypes types;
    private final FreshProof proof;

    ProvingDecisions(Tasks tasks, RequestTypes types, FreshProof proof) {
        this.tasks = tasks;
        this.types = types;
        this.proof = proof;
    }

    /**
     * Lets pass what needs no proof, and whoever has proved who he is.
     *
     * @throws Problem {@code step-up-required}, {@code not-by-token}
     */
    public void require(Actor by, UUID task) {
        boolean demanded =
                tasks.typesOf(by, List.of(task)).stream()
                        .map(types::get)
                        .anyMatch(RequestType::mustBeProven);
        if (demanded) {
            proof.require();
        }
    }
}
