package org.kedang.verifier;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/**
 * The program: says on standard output what is proven and what is not, in both languages. Its exit
 * code is 0 when the proof holds, 1 when it does not, and 2 when it could not be tried.
 */
public final class Verifier {
    static final int PROVEN = 0;
    static final int NOT_PROVEN = 1;
    static final int UNUSABLE = 2;

    private static final Words USAGE =
            new Words(
                    """
                    客档审计日志验证器。它不信任服务器：只相信您给出的公钥和您保存的检查点。

                      java -jar kedang-verifier.jar 导出.zip --checkpoints 检查点文件 --key 公钥
                      java -jar kedang-verifier.jar consistency --old 检查点 --new 检查点 --proof 证明 --key 公钥

                      --checkpoints  在服务器之外保存的检查点，可以给多次
                      --key          公钥，或每行一个公钥的文件，可以给多次（不要用导出中的 key.txt）
                      --tsa 文件     您信任的时间戳机构的证书（PEM），核对导出中的时间戳；可以给多次
                      --late 分钟    日志的时间可以比没有它的检查点早多少（默认 10）
                      --lang         zh、en 或 both
                    退出码：0 证明成立，1 不成立，2 无法验证
                    """,
                    """
                    Verifier of Kedang's audit log. It does not trust the server: only the key that you
                    name and the checkpoints that you kept count.

                      java -jar kedang-verifier.jar EXPORT.zip --checkpoints FILE --key KEY
                      java -jar kedang-verifier.jar consistency --old FILE --new FILE --proof FILE --key KEY

                      --checkpoints  checkpoints kept outside the server; may be given several times
                      --key          a key, or a file with one in each line; several times (not the
                                     key.txt of the export)
                      --tsa FILE     certificate of a time-stamping authority that you trust (PEM);
                                     checks the time-stamps of the export; several times
                      --late MINUTES how much an event's time may lie before a checkpoint that lacks it (10)
                      --lang         zh, en or both
                    Exit code: 0 proven, 1 not proven, 2 could not be tried
                    """);

    private Verifier() {}

    public static void main(String... args) {
        System.exit(run(args));
    }

    private static int run(String... args) {
        Speaker.Language language = Speaker.Language.BOTH;
        try {
            Arguments arguments = Arguments.of(args);
            language = arguments.language();
            Speaker out = Speaker.to(FileDescriptor.out, language);
            if (arguments.files().isEmpty()) {
                out.say(USAGE);
                return UNUSABLE;
            }
            return verify(arguments, out);
        } catch (Unusable e) {
            return complain(e.words(), language);
        } catch (NoSuchFileException | InvalidPathException e) {
            return complain(
                    Words.of("没有这个文件：%s", "There is no such file: %s", reason(e)), language);
        } catch (IOException e) {
            return complain(Words.of("读不了：%s", "Cannot be read: %s", reason(e)), language);
        } catch (OutOfMemoryError e) {
            return complain(
                    new Words("内存不够，请用 java -Xmx512m 重试。", "Out of memory: try java -Xmx512m."),
                    language);
        } catch (RuntimeException e) {
            return complain(
                    Words.of(
                            "验证器遇到了意外的内容，没有得出结论：%s",
                            "Unexpected content, nothing concluded: %s", e),
                    language);
        }
    }

    private static int verify(Arguments arguments, Speaker out) throws IOException {
        Report report = new Report();
        Keys keys = Keys.of(arguments.needed("--key"));
        String first = arguments.files().get(0);
        if (first.equals("consistency")) {
            new Consistency(keys, report)
                    .run(
                            arguments.needed("--old").get(0),
                            arguments.needed("--new").get(0),
                            arguments.needed("--proof").get(0));
        } else {
            new Verification(keys, Authorities.of(arguments.any("--tsa")), arguments.late(), report)
                    .run(first, arguments.needed("--checkpoints"));
        }
        out.say(Words.of("公钥：%s", "Key: %s", keys.names()));
        report.print(out);
        return report.isProven() ? PROVEN : NOT_PROVEN;
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getMessage());
    }

    private static int complain(Words words, Speaker.Language language) {
        Speaker.to(FileDescriptor.err, language).say(words);
        return UNUSABLE;
    }
}
