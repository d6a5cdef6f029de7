package org.kedang.kernel;

/** Refusals that any endpoint may give. */
public enum KernelProblem implements ProblemType {
    NOT_SIGNED_IN("not-signed-in", 401, "请先登录。", "Please sign in first."),
    NOT_PERMITTED(
            "not-permitted",
            403,
            "您的岗位没有此项权限；如工作需要，请向安全保密员申请。",
            "Your roles do not include this permission; ask the security officer if your work needs"
                    + " it."),
    CSRF_TOKEN_INVALID(
            "csrf-token-invalid",
            403,
            "页面已过期，请刷新页面后再提交；已填写的内容会保留。",
            "This page has expired. Reload it and submit again; what you typed is kept."),
    PASSWORD_CHANGE_REQUIRED(
            "password-change-required",
            403,
            "首次登录须先修改密码。",
            "Change your first password before you go on."),
    NOT_FOUND("not-found", 404, "没有找到，或您无权查看。", "Not found, or not yours to see."),
    INVALID_INPUT(
            "invalid-input",
            400,
            "有内容不符合要求，未保存。请按各栏提示修改。",
            "Some fields are not valid; nothing was saved. Follow the hint at each field."),
    MALFORMED_REQUEST(
            "malformed-request",
            400,
            "请求无法读懂，未保存。请检查格式：{0}",
            "The request could not be read; nothing was saved. Check its form: {0}"),
    UNKNOWN_SORT_FIELD(
            "unknown-sort-field",
            400,
            "不能按“{0}”排序。可用：{1}。",
            "Cannot sort by \"{0}\". Possible: {1}."),
    PAGE_OUT_OF_RANGE(
            "page-out-of-range",
            400,
            "页码从 1 开始，每页 1 至 200 条，最多翻到第 10000 条；请缩小查询范围。",
            "Pages count from 1, hold 1 to 200 rows and reach row 10,000; narrow the search."),
    PRECONDITION_REQUIRED(
            "precondition-required",
            428,
            "修改时须带 If-Match 版本号，以免覆盖他人的修改。",
            "A change must name the version it is based on (If-Match), so that nobody's work is"
                    + " overwritten."),
    STALE_VERSION(
            "stale-version",
            409,
            "在您编辑期间，他人已修改并保存。请对照后再决定保留哪一方的内容。",
            "Somebody else saved a change while you were editing. Compare both and decide what to"
                    + " keep."),
    METHOD_NOT_ALLOWED(
            "method-not-allowed", 405, "此地址不支持该操作。", "This address does not support that method."),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", 415, "不支持的内容类型：{0}。", "Unsupported media type: {0}."),
    NOT_ACCEPTABLE("not-acceptable", 406, "无法以所要求的格式回答。", "Cannot answer in the requested format."),
    BODY_TOO_LARGE(
            "body-too-large",
            413,
            "请求内容超过上限 {0}，未保存。",
            "The request is over the limit of {0}; nothing was saved."),
    UNAVAILABLE(
            "unavailable",
            503,
            "服务暂不可用，未保存；请稍后重试。",
            "Not available at the moment, nothing was saved; try again shortly."),
    STORAGE_FULL(
            "storage-full",
            507,
            "存储空间已满，未保存。已填写的内容还在页面上，请告知系统管理员腾出空间或扩容后再提交。",
            "The storage is full; nothing was saved. What you typed is still on the page: ask the"
                    + " system administrator for space, then submit again."),
    INTERNAL(
            "internal",
            500,
            "服务器出错，本次操作未保存。请把编号 {0} 告诉系统管理员。",
            "The server failed and saved nothing. Tell the system administrator the number {0}.");

    private final Words words;

    KernelProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
