package org.kedang.archive;

import org.kedang.kernel.ProblemType;

/** Why something cannot be filed or given. */
public enum ArchiveProblem implements ProblemType {
    SECRECY_ABOVE_CLEARANCE(
            "secrecy-above-clearance",
            403,
            "密级“{0}”高于您的涉密等级“{1}”，未保存。请选择较低的密级，或请有权限的同事办理。",
            "Secrecy \"{0}\" is above your clearance \"{1}\"; nothing was saved. Choose a lower"
                    + " one, or ask a colleague who is cleared for it."),
    DUPLICATE_NUMBER(
            "duplicate-number",
            409,
            "该档号已被使用，未保存。请重试；若再次出现，请告知系统管理员。",
            "That archival number is taken; nothing was saved. Try again, and tell the system"
                    + " administrator if it happens twice."),
    SCANNER_DOWN(
            "scanner-down",
            503,
            "病毒扫描服务未响应，暂不接收文件，未保存。请告知系统管理员，稍后重试。",
            "The virus scanner does not answer, so no file is taken and nothing was saved. Tell the"
                    + " system administrator and try again later.");

    private final Words words;

    ArchiveProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
