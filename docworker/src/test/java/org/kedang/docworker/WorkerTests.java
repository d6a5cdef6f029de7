package org.kedang.docworker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.document.Examination;
import org.kedang.document.ExaminationRequest;
import org.kedang.document.WorkerProtocol;
import org.kedang.document.WorkerReady;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The worker as a process, by its jar. */
@Timeout(60)
class WorkerTests {

    @TempDir Path folder;

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target/docworker.jar").toAbsolutePath().toString(),
                folder.toString());
    }

    private Process start() throws IOException {
        Process worker =
                new ProcessBuilder(command())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        WorkerReady ready = WorkerProtocol.read(worker.getInputStream(), WorkerReady.class);
        assertThat(ready).isEqualTo(new WorkerReady(worker.pid()));
        return worker;
    }

    private static String ask(Process worker, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        OutputStream out = worker.getOutputStream();
        WorkerProtocol.write(
                out, new ExaminationRequest("a.txt", content.length, Examining.LIMITS, false));
        out.write(content);
        out.flush();
        Examination examination = WorkerProtocol.read(worker.getInputStream(), Examination.class);
        assertThat(examination).isNotNull();
        return examination.text();
    }

    @Test
    void examinesOneAfterAnotherAndEndsWithItsInput() throws Exception {
        Files.writeString(folder.resolve("left-behind"), "by a worker that crashed");
        Process worker = start();

        assertThat(ask(worker, "第一份")).isEqualTo("第一份");
        assertThat(ask(worker, "第二份")).isEqualTo("第二份");
        assertThat(folder).isEmptyDirectory();
        worker.getOutputStream().close();

        assertThat(worker.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
    }

    @Test
    void endsOnInputThatIsNoRequest() throws Exception {
        Process worker = start();
        worker.getOutputStream()
                .write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        worker.getOutputStream().close();

        assertThat(worker.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isNotZero();
    }

    @Test
    void diesWithTheProcessThatStartedIt() throws Exception {
        Path pipe = folder.resolveSibling(folder.getFileName() + ".pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        String script =
                "exec 3<>'%s'; '%s' <&3 & echo $!; wait"
                        .formatted(pipe, String.join("' '", command()));
        Process parent = new ProcessBuilder("sh", "-c", script).start();
        long pid = Long.parseLong(parent.inputReader().readLine());
        WorkerProtocol.read(parent.getInputStream(), WorkerReady.class);
        ProcessHandle worker = ProcessHandle.of(pid).orElseThrow();

        parent.destroyForcibly().waitFor();

        worker.onExit().get(10, TimeUnit.SECONDS);
        Files.delete(pipe);
    }
}
