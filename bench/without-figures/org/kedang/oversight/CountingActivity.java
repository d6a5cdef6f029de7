package org.kedang.oversight;

import org.springframework.stereotype.Service;

/** Counts nothing, for measuring what counting costs. Never part of the product. */
@Service
class CountingActivity {
    static final int BATCH = 10_000;

    public int countNext() {
        return 0;
    }
}
