package org.kedang.identity;

import org.kedang.kernel.ProblemType;

/** Refusals around people and departments. */
public enum IdentityProblem implements ProblemType {
    PASSWORD_TOO_WEAK(
            "password-too-weak",
            400,
            "密码至少 {0} 位，须含字母、数字、符号中的两类，且不能包含用户名。",
            "A password needs at least {0} characters, two of letters, digits and symbols, and must"
                    + " not hold the user name."),
    SETUP_CODE_WRONG(
            "setup-code-wrong",
            403,
            "初始化码不对。它打印在启动程序的窗口中。",
            "The set-up code is wrong. It is printed in the window where the program was started."),
    SETUP_DONE("setup-done", 409, "系统已初始化，请直接登录。", "The system is already set up; sign in."),
    SETUP_NEEDS_THREE(
            "setup-needs-three",
            400,
            "须设系统管理员、安全保密员、安全审计员各一名，三人不得兼任。",
            "Name one system administrator, one security officer and one auditor: three different"
                    + " people."),
    USER_NAME_TAKEN(
            "user-name-taken", 409, "此用户名已有人使用，请换一个。", "This user name is taken; choose another."),
    DEPARTMENT_CODE_TAKEN(
            "department-code-taken",
            409,
            "部门代码已被使用，请换一个。",
            "This department code is taken; choose another."),
    TWO_OFFICES(
            "two-offices",
            409,
            "三员分立：一人不得兼任两种管理员，管理员也不得兼任业务岗位。",
            "Separated administrators: nobody holds two of those offices, nor an office together"
                    + " with another role."),
    OWN_GRANT("own-grant", 403, "不能给自己授权或处理自己的账号。", "Nobody grants to or manages his own account.");

    private final String slug;
    private final int status;
    private final String zh;
    private final String en;

    IdentityProblem(String slug, int status, String zh, String en) {
        this.slug = slug;
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
