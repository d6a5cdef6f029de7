package org.kedang.consent;

import org.kedang.kernel.ProblemType;

/** Refusals around consents. */
public enum ConsentProblem implements ProblemType {
    PURPOSE_CODE_TAKEN(
            "purpose-code-taken",
            409,
            "已有使用这个代码的目的，未保存。请换一个代码。",
            "Another purpose has this code; nothing was saved. Choose another code."),
    WITHDRAWN_ALREADY(
            "consent-withdrawn-already",
            409,
            "这项同意已登记撤回，不必重复登记。",
            "The withdrawal of this consent has been recorded already."),
    SCAN_KEPT(
            "consent-scan-kept",
            409,
            "这条记录已有扫描件，不能替换；如有误，请重新登记一条同意。",
            "There is a scan of this already and it cannot be replaced; if it is wrong, record the"
                    + " consent anew.");

    private final Words words;

    ConsentProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
