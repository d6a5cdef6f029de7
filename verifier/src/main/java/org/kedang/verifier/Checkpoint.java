package org.kedang.verifier;

import java.time.Instant;
import java.util.List;

/**
 * What the server once signed: the log had this many leaves and this root.
 *
 * @param text the signed bytes
 * @param place file and line, for people
 * @param published whether it was kept outside the server, and not only in the export
 */
record Checkpoint(
        String origin,
        long size,
        byte[] root,
        Instant at,
        byte[] text,
        List<Signed> signatures,
        String place,
        boolean published) {

    /**
     * One signature line.
     *
     * @param keyId eight hex digits
     */
    record Signed(String name, String keyId, byte[] signature) {}

    Words words() {
        return Words.of("检查点 %d（%s，%s）", "checkpoint %d (%s, %s)", size, at, place);
    }
}
