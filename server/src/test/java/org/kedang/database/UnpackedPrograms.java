package org.kedang.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's programs as the temporary servers share them, so that no test unpacks its own. */
public final class UnpackedPrograms {
    private UnpackedPrograms() {}

    /** The data folder finds them where it would have unpacked them. */
    public static void linkInto(Path data) {
        try {
            Path programs = Binaries.in(EmbeddedPostgres.cache()).folder().toAbsolutePath();
            Path home = Files.createDirectories(data.resolve("postgres"));
            Files.createSymbolicLink(home.resolve(programs.getFileName()), programs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
