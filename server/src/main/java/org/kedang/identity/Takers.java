package org.kedang.identity;

import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** Who can take over what somebody else owned. */
@Component
class Takers {
    private final Accounts accounts;

    Takers(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Administrators take over what is to be decided, never what stands about customers.
     *
     * @throws Problem {@code taker-unfit}
     */
    Account getFit(UUID from, UUID to, boolean content) {
        return accounts.find(to)
                .filter(account -> !to.equals(from))
                .filter(
                        account ->
                                !content
                                        || account.held().stream()
                                                .noneMatch(HeldRole::administrator))
                .orElseThrow(() -> Problem.of(IdentityProblem.TAKER_UNFIT));
    }
}
