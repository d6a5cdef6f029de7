package org.kedang.audit;

import org.springframework.stereotype.Component;

/** Never seals, for measuring what sealing costs. Never part of the product. */
@Component
class SealClock {
    SealClock(Sealing sealing, SealingSettings settings) {}
}
