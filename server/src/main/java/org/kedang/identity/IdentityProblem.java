package org.kedang.identity;

import org.kedang.kernel.ProblemType;

/** Refusals of sign-in, people and departments. */
public enum IdentityProblem implements ProblemType {
    WRONG_CREDENTIALS(
            "wrong-credentials",
            401,
            "用户名或密码不对。连续输错 {0} 次账号将被锁定。",
            "User name or password is wrong. {0} failures in a row lock the account."),
    ACCOUNT_LOCKED(
            "account-locked",
            401,
            "账号因连续输错密码已被锁定，请 {0} 分钟后再试，或请系统管理员解锁。",
            "The account is locked after repeated failures. Try again in {0} minutes or ask the"
                    + " system administrator."),
    PASSWORD_TOO_WEAK(
            "password-too-weak",
            400,
            "密码至少 {0} 位，须含字母、数字、符号中的两类，且不能包含用户名。",
            "A password needs at least {0} characters, two of letters, digits and symbols, and must"
                    + " not hold the user name."),
    PASSWORD_UNCHANGED(
            "password-unchanged",
            400,
            "新密码不能与当前密码相同。",
            "The new password must differ from the current one."),
    CURRENT_PASSWORD_WRONG(
            "current-password-wrong",
            400,
            "当前密码不对，密码未修改。",
            "The current password is wrong; nothing was changed."),
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
    OWN_GRANT("own-grant", 403, "不能给自己授权或处理自己的账号。", "Nobody grants to or manages his own account."),
    TOKEN_DAYS("invalid-token-days", 400, "令牌有效期为 1 至 366 天。", "A token lives 1 to 366 days.");

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
