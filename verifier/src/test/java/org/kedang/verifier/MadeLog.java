package org.kedang.verifier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small log, sealed and exported by the book: RFC 6962 in its recursive form, nothing shared. */
final class MadeLog {
    static final Instant BEGUN = Instant.parse("2026-11-23T01:00:00Z");

    final Signer signer;
    final List<String> lines = new ArrayList<>();
    final List<String> contents = new ArrayList<>();

    /** What the server keeps as leaf hashes; a test may falsify it. */
    final List<byte[]> leaves = new ArrayList<>();

    /** Signed notes by size. */
    final TreeMap<Long, String> checkpoints = new TreeMap<>();

    final TreeMap<Long, byte[]> blocks = new TreeMap<>();
    final List<String> unsealed = new ArrayList<>();

    MadeLog(Signer signer) {
        this.signer = signer;
    }

    /** One event each second. */
    void add(int events) {
        for (int i = 0; i < events; i++) {
            int number = lines.size();
            String content =
                    "{\"salt\":\"00000000-0000-0000-0000-%012d\",\"subjectTitle\":\"客户\"}"
                            .formatted(number);
            contents.add(content);
            lines.add(line(number, BEGUN.plusSeconds(number), content));
            leaves.add(leaf(lines.get(number)));
        }
    }

    static String line(int number, Instant at, String content) {
        return "{\"id\":\"0193%04d-0000-7000-8000-%012d\",\"at\":\"%s.000000Z\",\"actorUserName\":\"zhang\",\"act\":\"customer.read\",\"content\":\"%s\"}"
                .formatted(
                        number % 10000,
                        number,
                        at.toString().substring(0, 19),
                        Base64.getEncoder()
                                .encodeToString(sha(content.getBytes(StandardCharsets.UTF_8))));
    }

    Instant sealedAt(long size) {
        return BEGUN.plusSeconds(size);
    }

    /** Signs what stands now. */
    void seal() {
        long size = leaves.size();
        checkpoints.put(size, signer.note(size, root(leaves, size), sealedAt(size)));
        for (int block = 0; (block + 1) * 256 <= size; block++) {
            blocks.put((long) block, tree(leaves.subList(block * 256, (block + 1) * 256)));
        }
    }

    static byte[] root(List<byte[]> leaves, long size) {
        return size == 0 ? sha() : tree(leaves.subList(0, (int) size));
    }

    static byte[] tree(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return node(tree(leaves.subList(0, split)), tree(leaves.subList(split, leaves.size())));
    }

    /** PATH(m, D[n]) of RFC 6962, 2.1.1. */
    static List<byte[]> path(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> path = index < split ? path(index, left) : path(index - split, right);
        path.add(tree(index < split ? right : left));
        return path;
    }

    /** PROOF(m, D[n]) of RFC 6962, 2.1.2. */
    static List<byte[]> consistency(int size, List<byte[]> leaves, boolean whole) {
        if (size == leaves.size()) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(tree(leaves)));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> proof;
        if (size <= split) {
            proof = consistency(size, left, whole);
            proof.add(tree(right));
        } else {
            proof = consistency(size - split, right, false);
            proof.add(tree(left));
        }
        return proof;
    }

    static List<byte[]> decomposition(List<byte[]> leaves) {
        List<byte[]> subtrees = new ArrayList<>();
        int at = 0;
        for (int bit = 30; bit >= 0; bit--) {
            if ((leaves.size() >> bit & 1) == 1) {
                subtrees.add(tree(leaves.subList(at, at + (1 << bit))));
                at += 1 << bit;
            }
        }
        return subtrees;
    }

    static byte[] leaf(String line) {
        return sha(new byte[] {0}, line.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] node(byte[] left, byte[] right) {
        return sha(new byte[] {1}, left, right);
    }

    static byte[] sha(byte[]... parts) {
        MessageDigest digest = Hashes.sha256();
        Arrays.stream(parts).forEach(digest::update);
        return digest.digest();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A range export as it stands now. */
    Path export(Path folder, int start, int end) throws IOException {
        StringBuilder header =
                new StringBuilder(
                        "format kedang-audit-export/1\norigin %s\nkind range\nstart %d\nend %d\n"
                                .formatted(signer.origin, start, end));
        decomposition(leaves.subList(0, start))
                .forEach(hash -> header.append("left ").append(base64(hash)).append('\n'));
        header.append("tree %d\nmade %s\nby auditor\n".formatted(leaves.size(), made()));
        StringBuilder rows = new StringBuilder();
        for (int i = start; i < end; i++) {
            rows.append(
                    "%d\t%s\t%s\t%s\n"
                            .formatted(i, base64(leaves.get(i)), lines.get(i), contents.get(i)));
        }
        return zip(folder, header.toString(), rows.toString(), start, end);
    }

    Path export(Path folder) throws IOException {
        return export(folder, 0, leaves.size());
    }

    Path selection(Path folder, int... indexes) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i : indexes) {
            String path = String.join(",", path(i, leaves).stream().map(MadeLog::base64).toList());
            rows.append("%d\t%s\t%s\t%s\n".formatted(i, path, lines.get(i), contents.get(i)));
        }
        String header =
                "format kedang-audit-export/1\norigin %s\nkind selection\ntree %d\nmade %s\nby auditor\n"
                        .formatted(signer.origin, leaves.size(), made());
        return zip(folder, header, rows.toString(), leaves.size(), leaves.size());
    }

    private Instant made() {
        return sealedAt(leaves.size()).plusSeconds(5);
    }

    private Path zip(Path folder, String header, String rows, long start, long end)
            throws IOException {
        Path file = Files.createTempFile(folder, "export", ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, "header.txt", header);
            put(zip, "events.tsv", rows);
            StringBuilder hashes = new StringBuilder();
            blocks.forEach((block, hash) -> hashes.append(block + "\t" + base64(hash) + "\n"));
            put(zip, "blocks.tsv", hashes.toString());
            StringBuilder behind = new StringBuilder();
            unsealed.forEach(line -> behind.append("\t\t" + line + "\t\n"));
            put(zip, "unsealed.tsv", behind.toString());
            put(
                    zip,
                    "checkpoints.txt",
                    String.join("\n", checkpoints.subMap(start, true, end, true).values()));
            put(zip, "key.txt", signer.vkey() + "\n");
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** What the auditor kept: all checkpoints up to now. */
    Path published(Path folder) throws IOException {
        return Files.writeString(
                Files.createTempFile(folder, "published", ".txt"),
                String.join("\n", checkpoints.values()) + "\n");
    }
}
