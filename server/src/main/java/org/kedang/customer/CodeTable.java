package org.kedang.customer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** Tables of public codes that come with the program: lines of columns with tabs between them. */
final class CodeTable {
    private CodeTable() {}

    static void read(String name, Consumer<String[]> row) {
        try (InputStream table = CodeTable.class.getResourceAsStream(name);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(table, name),
                                        StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("\t")).forEach(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
