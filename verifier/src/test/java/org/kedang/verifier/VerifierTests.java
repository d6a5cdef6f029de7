package org.kedang.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The jar as a program of its own, as an outsider runs it. */
class VerifierTests {
    private static final Path JAR = Path.of("target", "kedang-verifier.jar");

    @TempDir Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended run(String... args) throws IOException {
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx32m",
                                "-jar",
                                JAR.toString()));
        command.addAll(Arrays.asList(args));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            int code = process.waitFor();
            return new Ended(code, Files.readString(out), Files.readString(err));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isSmallAndRunsOnJava17() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(2_000_000);
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Class-Path")).isNull();
            try (InputStream in =
                    jar.getInputStream(jar.getEntry("org/kedang/verifier/Verifier.class"))) {
                DataInputStream data = new DataInputStream(in);
                data.readInt();
                data.readUnsignedShort();
                assertThat(data.readUnsignedShort()).isEqualTo(61);
            }
        }
    }

    @Test
    void exitsWithWhatItFound() throws IOException {
        MadeLog log = new MadeLog(Signer.ed25519("kedang/test"));
        log.add(20);
        log.seal();
        String published = log.published(folder).toString();
        String key =
                Files.writeString(folder.resolve("key"), "# 公钥\n" + log.signer.vkey()).toString();

        Ended good = run(log.export(folder).toString(), "--checkpoints", published, "--key", key);
        assertThat(good.out()).contains("证明成立", "Result: PROVEN", "20");
        assertThat(good.code()).isZero();

        log.lines.set(7, log.lines.get(7).replace("zhang", "\u001b[2Jli"));
        Ended bad =
                run(
                        log.export(folder).toString(),
                        "--checkpoints",
                        published,
                        "--key",
                        key,
                        "--lang=zh");
        assertThat(bad.out()).contains("第 7 条日志被改动", "不成立").doesNotContain("Result", "\u001b");
        assertThat(bad.code()).isEqualTo(1);
    }

    /** A message in plain words and exit code 2, whatever is wrong. */
    @Test
    void complainsInWords() throws IOException {
        MadeLog log = new MadeLog(Signer.ed25519("kedang/test"));
        log.add(3);
        log.seal();
        String export = log.export(folder).toString();
        String published = log.published(folder).toString();
        String key = log.signer.vkey();
        String text = Files.writeString(folder.resolve("text"), "hello\nworld\n").toString();
        String cut = folder.resolve("cut.zip").toString();
        byte[] bytes = Files.readAllBytes(Path.of(export));
        Files.write(Path.of(cut), Arrays.copyOf(bytes, bytes.length / 2));

        Stream.of(
                        List.of(),
                        List.of(export),
                        List.of(export, "--key", key),
                        List.of(export, "--checkpoints", published, "--key", "nonsense"),
                        List.of(
                                export,
                                "--checkpoints",
                                published,
                                "--key",
                                key.replace("+", "+0")),
                        List.of(export, "--checkpoints", text, "--key", key),
                        List.of(text, "--checkpoints", published, "--key", key),
                        List.of(cut, "--checkpoints", published, "--key", key),
                        List.of("absent.zip", "--checkpoints", published, "--key", key),
                        List.of(export, "--checkpoints", "absent", "--key", key),
                        List.of(export, "--checkpoints", published, "--key", key, "--what"),
                        List.of(
                                zip("header.txt", "format 7\n"),
                                "--checkpoints",
                                published,
                                "--key",
                                key),
                        List.of(zip("other.txt", ""), "--checkpoints", published, "--key", key))
                .map(args -> ended(args.toArray(String[]::new)))
                .forEach(
                        ended -> {
                            assertThat(ended.code()).isEqualTo(2);
                            assertThat(ended.out() + ended.err())
                                    .isNotBlank()
                                    .doesNotContain("Exception", "\tat ");
                        });
    }

    private Ended ended(String... args) {
        try {
            return run(args);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String zip(String name, String text) throws IOException {
        Path file = Files.createTempFile(folder, "made", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file.toString();
    }

    private static final String HEADER =
            "format kedang-audit-export/1\n"
                    + "origin kedang/test\n"
                    + "kind range\n"
                    + "start 0\n"
                    + "end %d\n"
                    + "tree %<d\n"
                    + "made 2026-11-23T09:00:00Z\n"
                    + "by x\n";

    /** In 32 MB of memory: an endless line, and a bomb of short ones. */
    @Test
    void survivesBombs() throws IOException {
        MadeLog log = new MadeLog(Signer.ed25519("kedang/test"));
        log.add(1);
        log.seal();
        String published = log.published(folder).toString();
        for (byte[] part :
                List.of(
                        new byte[1 << 20],
                        "\n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII))) {
            Path file = Files.createTempFile(folder, "bomb", ".zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("header.txt"));
                zip.write(HEADER.formatted(1000).getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry("events.tsv"));
                for (int i = 0; i < 200; i++) {
                    zip.write(part);
                }
            }
            Ended ended =
                    run(file.toString(), "--checkpoints", published, "--key", log.signer.vkey());
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.err()).doesNotContain("Exception", "OutOfMemory");
        }
    }

    /** Ten times the memory that it has. */
    @Test
    void provesALargeExportInLittleMemory() throws Exception {
        Signer signer = Signer.ed25519("kedang/test");
        int events = 400_000;
        Frontier tree = new Frontier(new Hashes());
        Path file = folder.resolve("large.zip");
        StringBuilder notes = new StringBuilder();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("header.txt"));
            zip.write(HEADER.formatted(events).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("events.tsv"));
            String filler = "x".repeat(600);
            for (int i = 0; i < events; i++) {
                String line =
                        MadeLog.line(i, MadeLog.BEGUN.plusMillis(i), filler)
                                .replace("zhang", filler + digest.hashCode() * 31L * i);
                byte[] leaf = MadeLog.leaf(line);
                tree.append(leaf);
                zip.write(
                        (i + "\t" + MadeLog.base64(leaf) + "\t" + line + "\t\n")
                                .getBytes(StandardCharsets.UTF_8));
                if ((i + 1) % 100_000 == 0) {
                    notes.append(signer.note(i + 1, tree.root(), MadeLog.BEGUN.plusMillis(i)))
                            .append('\n');
                }
            }
            zip.putNextEntry(new ZipEntry("checkpoints.txt"));
            zip.write(notes.toString().getBytes(StandardCharsets.UTF_8));
        }
        Path published = Files.writeString(folder.resolve("published"), notes);

        Instant begun = Instant.now();
        Ended ended =
                run(file.toString(), "--checkpoints", published.toString(), "--key", signer.vkey());
        System.out.printf(
                "verifier: %d events in %s%n",
                events, java.time.Duration.between(begun, Instant.now()));
        assertThat(ended.out()).contains("Events 0 to 399999 (400000 events) agree");
        assertThat(ended.code()).isZero();
    }
}
