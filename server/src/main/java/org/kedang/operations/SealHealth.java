package org.kedang.operations;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Evidence;
import org.kedang.audit.Evidence.EvidenceState;
import org.kedang.audit.Evidence.StandingView;
import org.kedang.operations.HealthLine.State;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How the seal of the audit log is, in words. */
@Component
final class SealHealth {
    private static final String CODE = "audit-seal";
    private static final Duration LATE = Duration.ofSeconds(30);

    private final Evidence evidence;
    private final Clock clock;

    SealHealth(Evidence evidence, Clock clock) {
        this.evidence = evidence;
        this.clock = clock;
    }

    HealthLine line() {
        return line(evidence.state(), clock.instant());
    }

    static HealthLine line(EvidenceState state, Instant now) {
        StandingView standing = state.standing();
        if (standing != null) {
            return stands(standing, state);
        }
        String failure = state.failure();
        if (failure != null) {
            return new HealthLine(
                    CODE,
                    State.DOWN,
                    "审计日志暂时无法封存（事件照常保存，修复后补封）：" + failure,
                    "The audit log cannot be sealed at the moment; events are kept and sealed"
                            + " later: "
                            + failure,
                    null);
        }
        if (!state.gaps().isEmpty()) {
            return lacks(state);
        }
        return isLate(state.unsealedSince(), now) ? late(state) : well(state);
    }

    private static boolean isLate(@Nullable Instant since, Instant now) {
        return since != null && since.isBefore(now.minus(LATE));
    }

    private static HealthLine stands(StandingView standing, EvidenceState state) {
        String fix = "/evidence";
        return switch (standing.cause()) {
            case "ROLLED_BACK" ->
                    new HealthLine(
                            CODE,
                            State.DOWN,
                            "数据库比已发布的检查点旧（已发布 %d 条，现有 %s 条）：可能恢复了备份。封存已停止，事件照常保存；请审计员在“证据”页核实并确认。"
                                    .formatted(standing.publishedSize(), found(standing)),
                            ("The database is older than the published checkpoint (%d events, now"
                                 + " %s): a backup may have been restored. Sealing stands still,"
                                 + " events are kept; an auditor must check and confirm on the page"
                                 + " \"Evidence\".")
                                    .formatted(standing.publishedSize(), found(standing)),
                            fix);
            case "FORGED" ->
                    new HealthLine(
                            CODE,
                            State.DOWN,
                            "已发布的检查点文件末尾不是本系统签名的：文件被改动。封存已停止，事件照常保存；请审计员在“证据”页核实。",
                            "The end of the published checkpoint file is not signed by this"
                                    + " installation: somebody changed it. Sealing stands still,"
                                    + " events are kept; an auditor must check on the page"
                                    + " \"Evidence\".",
                            fix);
            case "KEY_LOST" ->
                    new HealthLine(
                            CODE,
                            State.DOWN,
                            "此节点的密钥文件夹 %s 里没有审计日志的签名密钥。封存已停止，事件照常保存。请从备份恢复该文件夹（多个节点须共用同一个）；确已丢失时，由审计员在“证据”页启用新密钥。"
                                    .formatted(state.keyFolder()),
                            ("The signing key of the audit log is not in this node's folder %s."
                                 + " Sealing stands still, events are kept. Bring the folder back"
                                 + " from its backup (several nodes must share one); if it is lost"
                                 + " for good, an auditor must start a new key on the page"
                                 + " \"Evidence\".")
                                    .formatted(state.keyFolder()),
                            fix);
            default ->
                    new HealthLine(
                            CODE,
                            State.DOWN,
                            "数据库中的审计日志与已发布的检查点（%d 条）不符：日志被改动。封存已停止，事件照常保存；请审计员用验证器查明。"
                                    .formatted(standing.publishedSize()),
                            ("The audit log in the database is not the one of the published"
                                 + " checkpoint (%d events): somebody changed it. Sealing stands"
                                 + " still, events are kept; an auditor must find out with the"
                                 + " verifier.")
                                    .formatted(standing.publishedSize()),
                            fix);
        };
    }

    private static HealthLine lacks(EvidenceState state) {
        return new HealthLine(
                CODE,
                State.DOWN,
                "检查点文件夹 %s 缺少已发布的检查点：文件被清空、截短或移走，或者多个节点没有共用同一个文件夹。封存继续，文件暂停写入；请审计员在“证据”页核实并重新发布。"
                        .formatted(state.folder()),
                ("Published checkpoints are missing from the folder %s: files were emptied,"
                     + " shortened or taken away, or several nodes do not share one folder. Sealing"
                     + " goes on, nothing is written to the files; an auditor must check and"
                     + " publish again on the page \"Evidence\".")
                        .formatted(state.folder()),
                "/evidence");
    }

    private static String found(StandingView standing) {
        Long size = standing.foundSize();
        return size == null ? "0" : size.toString();
    }

    private static HealthLine late(EvidenceState state) {
        return new HealthLine(
                CODE,
                State.WARNING,
                "审计日志封存落后：%d 条以上待封存。".formatted(state.unsealed()),
                "Sealing of the audit log lags behind: %d events or more wait."
                        .formatted(state.unsealed()),
                null);
    }

    private static HealthLine well(EvidenceState state) {
        return HealthLine.ok(
                CODE,
                "审计日志已封存 %d 条，检查点签名正常。".formatted(state.size()),
                "%d events of the audit log are sealed and signed.".formatted(state.size()));
    }
}
