package org.kedang.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The keys that count: those named on the command line, never those in an export. */
record Keys(List<Key> all) {
    private static final long LARGEST_FILE = 1 << 16;

    /** What the keys say about a checkpoint. */
    enum Verdict {
        GENUINE,
        /** Carries the mark of a known key, but the signature is not that key's. */
        FORGED,
        /** Signed by no known key. */
        STRANGE
    }

    /**
     * @param given keys, or files with one key in each line
     */
    static Keys of(List<String> given) throws IOException {
        List<Key> keys = new ArrayList<>();
        for (String one : given) {
            for (String line : linesOf(one)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    keys.add(Key.parse(line));
                }
            }
        }
        if (keys.isEmpty()) {
            throw new Unusable("文件中没有公钥。", "There is no key in the file.");
        }
        return new Keys(List.copyOf(keys));
    }

    private static List<String> linesOf(String given) throws IOException {
        try {
            Path file = Path.of(given);
            if (!Files.isRegularFile(file)) {
                return List.of(given);
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new Unusable("%s 太大，不是公钥文件。", "%s is too large for a file of keys.", given);
            }
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (InvalidPathException e) {
            return List.of(given);
        }
    }

    Verdict judge(Checkpoint checkpoint) {
        boolean genuine = false;
        for (Checkpoint.Signed signed : checkpoint.signatures()) {
            for (Key key : all) {
                if (key.id().equals(signed.keyId()) && key.name().equals(signed.name())) {
                    if (!key.signatures().fits(checkpoint.text(), signed.signature())) {
                        return Verdict.FORGED;
                    }
                    genuine |= key.name().equals(checkpoint.origin());
                }
            }
        }
        return genuine ? Verdict.GENUINE : Verdict.STRANGE;
    }

    boolean signFor(String origin) {
        return all.stream().anyMatch(key -> key.name().equals(origin));
    }

    String names() {
        return all.stream()
                .map(key -> key.name() + "+" + key.id())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
