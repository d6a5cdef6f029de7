package org.kedang.storage;

import java.util.UUID;

/** Names one data key; every dossier has its own. */
public record KeyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
