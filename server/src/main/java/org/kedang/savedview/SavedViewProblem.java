package org.kedang.savedview;

import org.kedang.kernel.ProblemType;

/** Refusals around saved views. */
public enum SavedViewProblem implements ProblemType {
    TOO_MANY(
            "too-many-saved-views",
            409,
            "每个列表最多保存 {0} 个视图，请先删除不用的。",
            "No more than {0} views of a list can be kept; delete one that you do not use.");

    private final Words words;

    SavedViewProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
