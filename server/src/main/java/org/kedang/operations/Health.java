package org.kedang.operations;

import org.kedang.document.DocumentHealth;
import org.kedang.document.Documents;
import org.kedang.document.VirusVerdict;
import org.kedang.operations.HealthLine.State;
import org.kedang.search.KeepingSearch;
import org.kedang.search.SearchHealth;
import org.kedang.storage.StorageSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Looks at every part anew whenever somebody asks. */
@Service
public class Health {
    private final JdbcClient jdbc;
    private final Documents documents;
    private final StorageSettings storage;
    private final KeepingSearch search;
    private final SealHealth seal;
    private final OperationsSettings settings;

    Health(
            JdbcClient jdbc,
            Documents documents,
            StorageSettings storage,
            KeepingSearch search,
            SealHealth seal,
            OperationsSettings settings) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.storage = storage;
        this.search = search;
        this.seal = seal;
        this.settings = settings;
    }

    public List<HealthLine> check() {
        DocumentHealth health = documents.health();
        List<HealthLine> lines = new ArrayList<>();
        lines.add(database());
        lines.add(durability());
        lines.add(space());
        lines.add(workers(health));
        lines.add(waitingWork());
        lines.add(search(search.health().state()));
        lines.add(seal.line());
        lines.add(ocr(health));
        lines.add(scanner(health.virusScanner()));
        return lines;
    }

    private HealthLine database() {
        String version = jdbc.sql("show server_version").query(String.class).single();
        return HealthLine.ok(
                "database",
                "数据库 PostgreSQL " + version + " 运行正常。",
                "Database PostgreSQL " + version + " is running.");
    }

    /** What was acknowledged must survive a power cut. */
    private HealthLine durability() {
        boolean durable =
                setting("fsync").equals("on") && !setting("synchronous_commit").equals("off");
        return durable
                ? HealthLine.ok(
                        "durability",
                        "已确认的写入断电不丢（fsync 开启）。",
                        "Acknowledged writes survive a power cut (fsync is on).")
                : new HealthLine(
                        "durability",
                        State.DOWN,
                        "数据库未开启 fsync，断电可能丢失已确认的数据。",
                        "The database runs without fsync: a power cut may lose acknowledged data.",
                        "fsync = on, synchronous_commit = on");
    }

    private String setting(String name) {
        return jdbc.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private HealthLine space() {
        try {
            long free = Files.getFileStore(storage.folder()).getUsableSpace();
            return space(free, settings.leastFreeSpace());
        } catch (IOException e) {
            return new HealthLine(
                    "space",
                    State.DOWN,
                    "存储目录无法访问。",
                    "The content folder cannot be reached.",
                    storage.folder().toString());
        }
    }

    static HealthLine space(long free, DataSize least) {
        String size = "%.1f GB".formatted(free / (double) (1 << 30));
        return free > least.toBytes()
                ? HealthLine.ok("space", "存储剩余 " + size + "。", size + " of storage are free.")
                : new HealthLine(
                        "space",
                        State.WARNING,
                        "存储仅剩 " + size + "，请尽快扩容。",
                        "Only " + size + " of storage are left.",
                        "df -h");
    }

    private static HealthLine workers(DocumentHealth health) {
        return health.workerJarFound()
                ? HealthLine.ok(
                        "docworker",
                        "文件检查进程可用（运行中 %d，上限 %d）。"
                                .formatted(health.workersAlive(), health.workersAtMost()),
                        "Document workers are available (%d running, at most %d)."
                                .formatted(health.workersAlive(), health.workersAtMost()))
                : new HealthLine(
                        "docworker",
                        State.DOWN,
                        "找不到 docworker：文件照常保存，但不检查、不能全文检索。",
                        "docworker is missing: files are kept but not examined and not found by"
                                + " their words.",
                        "./kedang run");
    }

    /** Examinations that wait show whether the workers keep up. */
    private HealthLine waitingWork() {
        long waiting =
                jdbc.sql("select count(*) from scheduled_tasks where not picked")
                        .query(Long.class)
                        .single();
        return waiting < 1000
                ? HealthLine.ok(
                        "jobs",
                        "后台任务排队 " + waiting + " 个。",
                        waiting + " background jobs are waiting.")
                : new HealthLine(
                        "jobs",
                        State.WARNING,
                        "后台任务排队 " + waiting + " 个，检查与检索会滞后。",
                        waiting
                                + " background jobs are waiting; examination and search lag"
                                + " behind.",
                        null);
    }

    private static HealthLine search(SearchHealth.State state) {
        return switch (state) {
            case OK -> HealthLine.ok("search", "检索索引完整。", "The search index is complete.");
            case REBUILDING ->
                    new HealthLine(
                            "search",
                            State.WARNING,
                            "正在重建检索索引，暂时不能查到全部内容。",
                            "The search index is being built anew; not everything is found yet.",
                            null);
            case BEHIND ->
                    new HealthLine(
                            "search",
                            State.WARNING,
                            "检索索引落后 30 秒以上，新内容暂时查不到。",
                            "The search index is more than 30 seconds behind; new things are not"
                                    + " found yet.",
                            null);
            case INCOMPLETE, FAILING ->
                    new HealthLine(
                            "search",
                            State.DOWN,
                            "检索索引不完整，部分内容查不到。原因见日志。",
                            "The search index is not complete; some things are not found. The log"
                                    + " says why.",
                            "./kedang reindex");
        };
    }

    private static HealthLine ocr(DocumentHealth health) {
        return health.ocr()
                ? HealthLine.ok(
                        "ocr",
                        "图像文字识别可用（" + health.tesseractVersion() + "，简体中文）。",
                        "Text recognition works ("
                                + health.tesseractVersion()
                                + ", simplified Chinese).")
                : new HealthLine(
                        "ocr",
                        State.OFF,
                        "未安装 Tesseract 简体中文：扫描件和图片没有全文。",
                        "Tesseract with simplified Chinese is not installed: scans and images have"
                                + " no text.",
                        "apt-get install tesseract-ocr tesseract-ocr-chi-sim");
    }

    private static HealthLine scanner(VirusVerdict verdict) {
        return switch (verdict) {
            case VirusVerdict.Clean _ ->
                    HealthLine.ok(
                            "virus-scan", "病毒扫描（ClamAV）可用。", "Virus scanning (ClamAV) works.");
            case VirusVerdict.Down down ->
                    new HealthLine(
                            "virus-scan",
                            State.DOWN,
                            "已配置病毒扫描但连不上：" + down.reason(),
                            "A virus scanner is configured but does not answer: " + down.reason(),
                            "systemctl start clamav-daemon");
            case VirusVerdict.Off _ -> scannerOff();
            case VirusVerdict.Infected _ -> scannerOff();
            case VirusVerdict.TooLarge _ -> scannerOff();
        };
    }

    private static HealthLine scannerOff() {
        return new HealthLine(
                "virus-scan",
                State.OFF,
                "未配置病毒扫描：上传的文件不查毒。",
                "No virus scanner is configured: uploads are not scanned.",
                "apt-get install clamav-daemon clamav-freshclam && freshclam && systemctl start"
                        + " clamav-daemon");
    }
}
