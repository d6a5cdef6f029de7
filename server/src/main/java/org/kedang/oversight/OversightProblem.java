package org.kedang.oversight;

import org.kedang.kernel.ProblemType;

/** Refusals around reviews and reports. */
public enum OversightProblem implements ProblemType {
    ROUND_SIGNED(
            "round-already-signed",
            409,
            "此次复核已签署，不能再改；需要补充的请写入“补记”。",
            "This round is signed and stays as it is; write what is to be added as a remark."),
    ROUND_EXISTS(
            "round-exists",
            409,
            "这段时间的定期复核已经生成。",
            "The regular round of this span has begun already."),
    OWN_ACTS(
            "own-acts",
            403,
            "不能核对自己的操作，请另一位审计员核对。",
            "Nobody checks his own deeds; another auditor must."),
    OWN_ACTS_ALONE(
            "own-acts-alone",
            403,
            "这段时间只有您自己的操作，须由另一位审计员签署。",
            "The span holds nobody's deeds but yours; another auditor must sign."),
    OWN_FINDING(
            "own-finding",
            403,
            "有以您为责任人的审计发现，须由另一位审计员签署或关闭。",
            "A finding is about you; another auditor must sign or close."),
    NOT_RESPONSIBLE(
            "not-responsible",
            403,
            "此项审计发现由责任人答复。",
            "The person responsible answers this finding."),
    FINDING_SETTLED(
            "finding-settled",
            409,
            "此项审计发现已关闭或正等待确认，请刷新。",
            "This finding is closed or waits for confirmation; reload."),
    FINDING_UNANSWERED(
            "finding-unanswered",
            409,
            "责任人尚未答复，暂不能退回。",
            "There is no answer yet that could be returned."),
    SPAN_UNENDED(
            "span-not-over",
            400,
            "复核的时间段须在今天或以前，且起始不晚于截止。",
            "A span ends today at the latest, and not before it begins."),
    SPAN_TOO_LONG(
            "span-too-long", 400, "时间段最长 {0} 天，请缩短。", "A span has at most {0} days; shorten it."),
    EVENT_ELSEWHERE(
            "event-elsewhere",
            400,
            "所选日志不在此次复核的时间段内。",
            "An event lies outside of the round's span.");

    private final Words words;

    OversightProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
