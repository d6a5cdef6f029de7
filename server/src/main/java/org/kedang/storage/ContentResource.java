package org.kedang.storage;

import org.springframework.core.io.AbstractResource;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stored content as Spring reads it. The stream skips by position, without decrypting what it
 * skips.
 */
final class ContentResource extends AbstractResource {
    private final ContentStore store;
    private final StoredContent content;
    private final String name;

    ContentResource(ContentStore store, StoredContent content, String name) {
        this.store = store;
        this.content = content;
        this.name = name;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return store.stream(content);
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public long contentLength() {
        return content.size();
    }

    @Override
    public long lastModified() throws IOException {
        throw new FileNotFoundException("Content has a digest instead of a time");
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getDescription() {
        return "content " + content.id();
    }
}
