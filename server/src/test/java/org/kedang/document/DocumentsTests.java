package org.kedang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.document.ExaminationOutcome.Examined;
import org.kedang.document.ExaminationOutcome.Failed;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** With real worker processes. */
@Timeout(120)
class DocumentsTests {

    @TempDir Path folder;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private Documents documents;

    @AfterEach
    void close() {
        callers.shutdownNow();
        if (documents != null) {
            documents.close();
        }
    }

    private Documents start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("kedang.document.temp-folder", folder.resolve("work").toString());
        all.putIfAbsent("kedang.document.clamd", "off");
        DocumentSettings bound =
                new Binder(new MapConfigurationPropertySource(all))
                        .bindOrCreate("kedang.document", DocumentSettings.class);
        documents = new Documents(bound, new VirusScanner(bound));
        return documents;
    }

    private Future<ExaminationOutcome> later(DocumentSource source) {
        Callable<ExaminationOutcome> examination = () -> documents.examine(source);
        return callers.submit(examination);
    }

    private String textOf(ExaminationOutcome outcome) {
        assertThat(outcome).isInstanceOf(Examined.class);
        return ((Examined) outcome).examination().text();
    }

    private WorkerProcess busyWorker() throws InterruptedException {
        while (documents.workers().stream().noneMatch(w -> w.documents() > 0 && w.isAlive())) {
            Thread.sleep(20);
        }
        return documents.workers().getFirst();
    }

    @Test
    void takesTextOfDocument() throws Exception {
        start(Map.of());

        ExaminationOutcome outcome = documents.examine(TestDocuments.note("客户来访纪要，洽谈包装采购"));

        Examination examination = ((Examined) outcome).examination();
        assertThat(examination.text()).isEqualTo("客户来访纪要，洽谈包装采购");
        assertThat(examination.findings())
                .containsExactly(
                        Finding.of(FindingCode.TEXT_ENCODING, "charset", "GB18030"),
                        Finding.of(FindingCode.READABLE, "format", "Text"));
    }

    @Test
    void usesOneWorkerForManyDocumentsAndReplacesItInTime() throws Exception {
        start(Map.of("kedang.document.workers", "1", "kedang.document.documents-per-worker", "3"));

        List<Long> pids =
                Stream.of("甲", "乙", "丙", "丁")
                        .map(
                                text -> {
                                    try {
                                        assertThat(
                                                        textOf(
                                                                documents.examine(
                                                                        TestDocuments.note(text))))
                                                .isEqualTo(text);
                                        return documents.workers().getFirst().pid();
                                    } catch (InterruptedException e) {
                                        throw new IllegalStateException(e);
                                    }
                                })
                        .toList();

        assertThat(pids.subList(0, 3)).containsOnly(pids.getFirst());
        assertThat(pids.get(3)).isNotEqualTo(pids.getFirst());
        assertThat(ProcessHandle.of(pids.getFirst())).isEmpty();
    }

    @Test
    void stopsDocumentThatHangsWhileOthersGoOn() throws Exception {
        start(Map.of("kedang.document.time-limit", "3s"));
        Future<ExaminationOutcome> hanging = later(TestDocuments.pageWithoutEnd());
        Thread.sleep(200);

        List<Future<ExaminationOutcome>> others =
                Stream.of("一", "二", "三", "四", "五")
                        .map(TestDocuments::note)
                        .map(this::later)
                        .toList();
        for (Future<ExaminationOutcome> other : others) {
            assertThat(textOf(other.get())).hasSize(1);
        }

        assertThat(hanging.isDone()).isFalse();
        assertThat(hanging.get()).isEqualTo(new Failed(FindingCode.TIMED_OUT, "3", true));
        assertThat(((Failed) hanging.get()).finding().zh()).contains("检查超过 3 秒");
        assertThat(textOf(documents.examine(TestDocuments.note("之后")))).isEqualTo("之后");
    }

    @Test
    void losesOnlyDocumentOfKilledWorker() throws Exception {
        start(Map.of());
        Future<ExaminationOutcome> unlucky = later(TestDocuments.pageWithoutEnd());
        WorkerProcess worker = busyWorker();
        Future<ExaminationOutcome> other = later(TestDocuments.note("另一份"));

        ProcessHandle.of(worker.pid()).orElseThrow().destroyForcibly();

        assertThat(unlucky.get())
                .isEqualTo(new Failed(FindingCode.WORKER_CRASHED, "exit 137", true));
        assertThat(textOf(other.get())).isEqualTo("另一份");
        assertThat(textOf(documents.examine(TestDocuments.note("之后")))).isEqualTo("之后");
    }

    @Test
    void reportsDocumentThatNeedsTooMuchMemory() throws Exception {
        start(Map.of("kedang.document.heap", "48MB", "kedang.document.workers", "1"));

        ExaminationOutcome outcome = documents.examine(TestDocuments.pageOfTooManyWords());

        assertThat(outcome).isEqualTo(new Failed(FindingCode.OUT_OF_MEMORY, "exit 3", false));
        assertThat(textOf(documents.examine(TestDocuments.note("之后")))).isEqualTo("之后");
    }

    @Test
    void restartsWorkerThatDiedBetweenDocuments() throws Exception {
        start(Map.of("kedang.document.workers", "1"));
        documents.examine(TestDocuments.note("之前"));
        ProcessHandle idle = ProcessHandle.of(documents.workers().getFirst().pid()).orElseThrow();
        CompletableFuture<ProcessHandle> end = idle.onExit();
        idle.destroyForcibly();
        end.get();

        assertThat(textOf(documents.examine(TestDocuments.note("之后")))).isEqualTo("之后");
    }

    @Test
    void stopsOcrTogetherWithItsWorker() throws Exception {
        start(Map.of("kedang.document.time-limit", "5s", "kedang.document.workers", "1"));
        assumeTrue(documents.health().ocr(), "Tesseract with chi_sim is not installed");
        Future<ExaminationOutcome> slow = later(new TestDocuments.Given("noise.png", noise()));
        ProcessHandle engine = engineOf(busyWorker());

        ExaminationOutcome outcome = slow.get();

        assertThat(outcome)
                .satisfiesAnyOf(
                        o -> assertThat(o).isInstanceOf(Failed.class),
                        o ->
                                assertThat(
                                                ((Examined) o)
                                                        .examination()
                                                        .has(FindingCode.TIME_LIMIT_REACHED))
                                        .isTrue());
        engine.onExit().get(5, TimeUnit.SECONDS);
    }

    @Test
    void killsOcrWhenClosed() throws Exception {
        start(Map.of("kedang.document.workers", "1"));
        assumeTrue(documents.health().ocr(), "Tesseract with chi_sim is not installed");
        Future<ExaminationOutcome> cut = later(new TestDocuments.Given("noise.png", noise()));
        ProcessHandle engine = engineOf(busyWorker());

        documents.close();

        engine.onExit().get(5, TimeUnit.SECONDS);
        assertThat(cut.get()).isEqualTo(new Failed(FindingCode.WORKER_CRASHED, "exit 137", true));
    }

    private static ProcessHandle engineOf(WorkerProcess worker) throws InterruptedException {
        ProcessHandle process = ProcessHandle.of(worker.pid()).orElseThrow();
        while (true) {
            Optional<ProcessHandle> engine =
                    process.descendants()
                            .filter(
                                    p ->
                                            p.info().arguments().stream()
                                                    .flatMap(Stream::of)
                                                    .anyMatch("chi_sim"::equals))
                            .findFirst();
            if (engine.isPresent()) {
                return engine.get();
            }
            Thread.sleep(20);
        }
    }

    private static byte[] noise() throws IOException {
        BufferedImage image = new BufferedImage(5000, 5000, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 5000, 5000);
        pen.setColor(Color.BLACK);
        Random random = new Random(1);
        for (int i = 0; i < 60_000; i++) {
            pen.drawString("文字" + i, random.nextInt(5000), random.nextInt(5000));
        }
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    @Test
    void blamesSourceThatCannotBeRead() throws Exception {
        start(Map.of("kedang.document.workers", "1"));
        DocumentSource broken =
                new DocumentSource() {
                    @Override
                    public String name() {
                        return "gone.txt";
                    }

                    @Override
                    public long size() {
                        return 10;
                    }

                    @Override
                    public InputStream open() throws IOException {
                        throw new IOException("store is gone");
                    }
                };

        assertThatThrownBy(() -> documents.examine(broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("store is gone");
        assertThat(textOf(documents.examine(TestDocuments.note("之后")))).isEqualTo("之后");
    }

    @Test
    void leavesNoContentBehind() throws Exception {
        start(Map.of("kedang.document.time-limit", "2s"));
        documents.examine(TestDocuments.note("机密"));
        later(TestDocuments.pageWithoutEnd()).get();

        Thread.sleep(500);
        try (Stream<Path> left = Files.walk(folder.resolve("work"))) {
            assertThat(left.filter(path -> path.toString().endsWith(".bin"))).isEmpty();
        }
        List<Long> pids = documents.workers().stream().map(WorkerProcess::pid).toList();
        documents.close();
        assertThat(folder.resolve("work")).doesNotExist();
        assertThat(pids).isNotEmpty().allMatch(pid -> ProcessHandle.of(pid).isEmpty());
    }

    @Test
    void saysWhatWorks() throws Exception {
        start(Map.of("kedang.document.workers", "2"));
        documents.examine(TestDocuments.note("一"));

        DocumentHealth health = documents.health();

        assertThat(health.workerJarFound()).isTrue();
        assertThat(health.workersAlive()).isEqualTo(1);
        assertThat(health.workersAtMost()).isEqualTo(2);
        assertThat(health.virusScanner()).isEqualTo(new VirusVerdict.Off());
    }

    @Test
    void namesMissingWorkerJar() {
        start(Map.of("kedang.document.worker-jar", folder.resolve("none.jar").toString()));

        assertThat(documents.health().workerJarFound()).isFalse();
        assertThatThrownBy(() -> documents.examine(TestDocuments.note("一")))
                .hasMessageContaining("kedang.document.worker-jar");
    }
}
