package org.kedang.kernel;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;

/** Tells a full disk from other failures, whether a file or the database met it. */
public final class FullDisk {
    /** SQLSTATE {@code disk_full} (PostgreSQL documentation, appendix A). */
    private static final String DISK_FULL = "53100";

    /** What the C library says for ENOSPC; Java has no other sign of it. */
    private static final String NO_SPACE = "No space left on device";

    private FullDisk() {}

    public static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())
                    || cause instanceof IOException
                            && String.valueOf(cause.getMessage()).contains(NO_SPACE)) {
                return true;
            }
        }
        return false;
    }
}
