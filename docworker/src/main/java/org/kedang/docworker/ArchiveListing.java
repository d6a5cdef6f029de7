package org.kedang.docworker;

import static org.kedang.document.FindingCode.ARCHIVE_LIMIT_REACHED;
import static org.kedang.document.FindingCode.ARCHIVE_LISTED;
import static org.kedang.document.FindingCode.DAMAGED;
import static org.kedang.document.FindingCode.ENTRY_NAMES_GBK;
import static org.kedang.document.FindingCode.PROTECTED;

import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.tika.exception.TikaException;
import org.kedang.document.Finding;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Set;

/**
 * Lists archives, and archives inside them as deep as the limits allow. Nothing is ever written
 * under a name inside.
 */
final class ArchiveListing implements Reader {

    private static final Set<String> NESTED =
            Set.of("zip", "7z", "tar", "gz", "tgz", "bz2", "xz", "jar");
    private static final int TAR_HEADER = 512;

    private final PartReader parts;

    ArchiveListing(PartReader parts) {
        this.parts = parts;
    }

    @Override
    public void read(Paper paper, Report report, Budget budget) throws IOException, TikaException {
        Listing listing = new Listing(paper, report, budget);
        try {
            switch (magic(paper)) {
                case "PK" -> zip(paper, listing);
                case "7z" -> sevenZip(paper, listing);
                default -> stream(paper, listing);
            }
        } finally {
            listing.report();
        }
    }

    private static String magic(Paper paper) throws IOException {
        try (InputStream in = Files.newInputStream(paper.path())) {
            return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1);
        }
    }

    private static void zip(Paper paper, Listing listing) throws IOException {
        try (ZipFile zip =
                ZipFile.builder()
                        .setPath(paper.path())
                        .setCharset(StandardCharsets.ISO_8859_1)
                        .get()) {
            EntryNames names = EntryNames.of(Collections.list(zip.getEntries()));
            listing.gbk = names.isGbk();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    listing.encrypted = true;
                }
                listing.add(
                        names.nameOf(entry),
                        entry.isDirectory(),
                        entry.getSize(),
                        () -> zip.getInputStream(entry));
            }
        } catch (java.util.zip.ZipException e) {
            truncatedZip(paper, listing, e);
        }
    }

    /** Without the directory at its end the entries are still there, one after another. */
    private static void truncatedZip(Paper paper, Listing listing, IOException cause)
            throws IOException {
        listing.damage = Examiner.reason(cause);
        try (ZipArchiveInputStream zip =
                new ZipArchiveInputStream(
                        new BufferedInputStream(Files.newInputStream(paper.path())), "GB18030")) {
            for (ZipArchiveEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                listing.add(e.getName(), e.isDirectory(), e.getSize(), null);
            }
        } catch (IOException e) {
            if (listing.count == 0) {
                throw e;
            }
        }
    }

    private static void sevenZip(Paper paper, Listing listing) throws IOException {
        try (SevenZFile archive =
                SevenZFile.builder().setPath(paper.path()).setMaxMemoryLimitKiB(200 << 10).get()) {
            for (SevenZArchiveEntry entry : archive.getEntries()) {
                listing.add(
                        String.valueOf(entry.getName()),
                        entry.isDirectory(),
                        entry.getSize(),
                        entry.hasStream() ? () -> archive.getInputStream(entry) : null);
            }
        }
    }

    private static void stream(Paper paper, Listing listing) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(paper.path()))) {
            if (isTar(file)) {
                tar(file, listing);
                return;
            }
            InputStream plain = decompressed(file, listing.budget);
            if (isTar(plain)) {
                tar(plain, listing);
            } else {
                listing.add(innerName(paper.name()), false, -1, () -> plain);
            }
        }
    }

    private static InputStream decompressed(InputStream file, Budget budget) throws IOException {
        try {
            return new BufferedInputStream(
                    budget.counted(
                            new CompressorStreamFactory(true, 200 << 10)
                                    .createCompressorInputStream(file)));
        } catch (CompressorException e) {
            throw new IOException(e);
        }
    }

    private static boolean isTar(InputStream in) throws IOException {
        in.mark(TAR_HEADER);
        byte[] head = in.readNBytes(TAR_HEADER);
        in.reset();
        return TarArchiveInputStream.matches(head, head.length);
    }

    private static void tar(InputStream in, Listing listing) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in, "ISO-8859-1");
        for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
            EntryNames names = EntryNames.ofLatin1(e.getName());
            listing.gbk |= names.isGbk();
            listing.add(names.decode(e.getName()), e.isDirectory(), e.getSize(), () -> tar);
        }
    }

    private static String innerName(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    @FunctionalInterface
    private interface Content {
        InputStream open() throws IOException;
    }

    private final class Listing {

        private final Paper paper;
        private final Report report;
        private final Budget budget;
        private int count;
        private boolean gbk;
        private boolean encrypted;
        private String damage = "";

        Listing(Paper paper, Report report, Budget budget) {
            this.paper = paper;
            this.report = report;
            this.budget = budget;
        }

        void add(
                String name,
                boolean folder,
                long size,
                @org.jspecify.annotations.Nullable Content content)
                throws IOException {
            budget.takeEntry();
            if (folder) {
                report.text().line(Names.clean(name));
                return;
            }
            count++;
            report.entry(name, size);
            if (content != null && NESTED.contains(Names.extensionOf(name)) && !encrypted) {
                nested(name, content);
            }
        }

        private void nested(String name, Content content) throws IOException {
            if (!budget.allowsDepth(paper.depth() + 1)) {
                report.found(
                        Finding.of(
                                ARCHIVE_LIMIT_REACHED,
                                "limit",
                                budget.limits().depth() + " levels"));
                return;
            }
            parts.read(name, content.open(), paper.depth() + 1, report, budget);
        }

        void report() {
            report.found(Finding.of(ARCHIVE_LISTED, "entries", Integer.toString(count)));
            if (gbk) {
                report.found(Finding.of(ENTRY_NAMES_GBK));
            }
            if (encrypted) {
                report.found(Finding.of(PROTECTED));
            }
            if (!damage.isEmpty()) {
                report.found(Finding.of(DAMAGED, "reason", damage));
            }
        }
    }
}
