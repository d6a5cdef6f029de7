package org.kedang.access;

import org.kedang.kernel.ProblemType;

/** Refusals around requests, reviews and agreements. */
public enum AccessProblem implements ProblemType {
    REQUEST_DECIDED(
            "request-already-decided",
            409,
            "此申请已处理完毕，刷新后可看到结果。",
            "This request has been settled already; reload to see how."),
    ALREADY_REQUESTED(
            "already-requested",
            409,
            "同样的申请正在等待批准，不必重复提交。",
            "The same request is waiting for approval already."),
    OWN_REQUEST(
            "own-request",
            403,
            "不能批准自己提交的申请或与自己有关的申请，请由第三人处理。",
            "Nobody decides a request of his own or about himself; a third person must."),
    NOTHING_TAKEN_BACK(
            "nothing-taken-back",
            409,
            "没有因权限复核被收回、现在又不再持有的这个角色，无须申诉。",
            "No review has taken this role from you that you do not hold; there is nothing to"
                    + " appeal against."),
    OWN_REVOCATION(
            "own-revocation",
            403,
            "这个角色是您在复核中收回的，申诉须由别人处理。",
            "It was you who took this role back in the review; somebody else must hear the"
                    + " appeal."),
    REVIEW_EXISTS(
            "review-exists", 409, "本季度的权限复核已经开始。", "The review of this quarter has begun already."),
    REVIEW_LINE_NOT_YOURS(
            "review-line-not-yours",
            403,
            "这一条不由您复核，任何人也不能复核自己的权限。",
            "This line is not yours to review; nobody reviews his own rights."),
    REVIEW_LINE_DECIDED(
            "review-line-decided", 409, "这一条已有结论，请刷新。", "This line has been settled; reload."),
    AGREEMENT_ENDED(
            "agreement-ended",
            409,
            "此协议已终止，不能再修改。",
            "This agreement has ended and cannot be changed.");

    private final Words words;

    AccessProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
