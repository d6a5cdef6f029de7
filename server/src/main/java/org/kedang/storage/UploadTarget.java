package org.kedang.storage;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;

import java.util.Map;

/** Where resumable uploads end; implemented by the module that owns the files. */
public interface UploadTarget {

    /**
     * Decides whether an upload may begin.
     *
     * @param metadata names and values the client sent with it
     * @return the key to encrypt with
     * @throws Problem if the metadata is wrong or speaks of something the actor may not see
     */
    KeyId admit(Actor actor, Map<String, String> metadata);

    /**
     * Takes the whole upload, inside the transaction that ends it; keeps the bytes with {@link
     * ContentStore#keep}.
     *
     * @return names and values by which the client learns what became of it
     */
    Map<String, String> complete(Actor actor, Map<String, String> metadata, Incoming received);
}
