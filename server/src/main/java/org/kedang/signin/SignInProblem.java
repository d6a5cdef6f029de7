package org.kedang.signin;

import org.kedang.kernel.ProblemType;

/** Refusals around proving who one is. */
public enum SignInProblem implements ProblemType {
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
    ACCOUNT_CLOSED(
            "account-closed",
            401,
            "账号已停用，不能登录。如有疑问请联系系统管理员。",
            "The account is closed. Ask the system administrator if this is a mistake."),
    PASSKEY_REFUSED(
            "passkey-refused",
            401,
            "通行密钥未通过验证：可能已被移除，或等待太久。请重试，或改用密码登录。",
            "The passkey was not accepted: it was removed, or the wait was too long. Try again or"
                    + " use your password."),
    TOO_MANY_PASSKEYS(
            "too-many-passkeys",
            409,
            "最多可添加 {0} 个通行密钥，请先移除不用的。",
            "No more than {0} passkeys; remove one that is not used."),
    TOKEN_DAYS("invalid-token-days", 400, "令牌有效期为 1 至 366 天。", "A token lives 1 to 366 days.");

    private final String slug;
    private final int status;
    private final String zh;
    private final String en;

    SignInProblem(String slug, int status, String zh, String en) {
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
