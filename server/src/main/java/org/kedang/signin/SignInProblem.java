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
    OIDC_REFUSED(
            "oidc-refused",
            401,
            "企业账号登录没有完成：回应不完整或已过期。请重试。",
            "Sign-in with the company account did not finish: the answer was incomplete or too"
                    + " late. Try again."),
    OIDC_UNREACHABLE(
            "oidc-unreachable",
            503,
            "连不上企业账号系统。请稍后再试，或用密码登录。",
            "The company's sign-in cannot be reached. Try again later or use your password."),
    IDENTITY_UNKNOWN(
            "identity-unknown",
            401,
            "这个企业账号还没有关联到本系统的人员。请先用密码登录，在“我的安全”里关联。",
            "This company account is not linked to anybody here. Sign in with your password and"
                    + " link it under “My security”."),
    IDENTITY_TAKEN(
            "identity-taken",
            409,
            "这个企业账号已关联到一个人员，请先解除原来的关联。",
            "This company account is linked already; unlink it there first."),
    OWN_IDENTITY(
            "own-identity",
            403,
            "自己的企业账号请在“我的安全”里关联，不能由自己以管理员身份指定。",
            "Link your own company account under “My security”, not as administrator."),
    DIRECTORY_UNREACHABLE(
            "directory-unreachable",
            503,
            "连不上公司目录（LDAP），无法核对密码。请稍后再试，或请系统管理员查看设置。",
            "The company's directory (LDAP) cannot be reached. Try again later or ask the system"
                    + " administrator to look at its settings."),
    DIRECTORY_PASSWORD(
            "directory-password",
            409,
            "您的密码由公司目录（LDAP）保管，请在公司的密码页面修改。",
            "The company's directory (LDAP) keeps your password; change it there."),
    STRANGERS_BARRED(
            "strangers-barred",
            401,
            "有人正从多处猜测此账号的密码，陌生设备暂不能登录。请用以前登录过的浏览器，或 {0} 分钟后再试，或请系统管理员解锁。",
            "Somebody is guessing this account's password from many places, so unknown devices are"
                    + " not let in. Use a browser you signed in from before, try again in {0}"
                    + " minutes, or ask the system administrator."),
    TOO_MANY_ATTEMPTS(
            "too-many-attempts",
            429,
            "此网络地址输错次数过多，请 {0} 秒后再试。",
            "Too many failures from this network address; try again in {0} seconds."),
    ACCOUNT_STOLEN(
            "account-stolen",
            401,
            "此账号已挂失，任何人都不能登录。请系统管理员核实后重置密码。",
            "This account was reported stolen and is closed to everybody. The system administrator"
                    + " gives a new password after asking you."),
    NETWORK_NOT_ALLOWED(
            "network-not-allowed",
            403,
            "您的岗位不允许从当前网络（{0}）登录。请在公司网络或 VPN 中登录；如地址有误，请联系网络管理员。",
            "Your roles may not sign in from this network ({0}). Use the company's network or VPN,"
                    + " or tell the network administrator if the address is wrong."),
    SECOND_STEP_OVER(
            "second-step-over",
            401,
            "登录已超时，请重新输入用户名和密码。",
            "This sign-in took too long; begin again with name and password."),
    SECOND_STEP_OWED(
            "second-step-required",
            403,
            "您的岗位要求两步登录，请先设置动态口令。",
            "Your role demands a second step at sign-in; set it up first."),
    CODE_WRONG(
            "code-wrong",
            400,
            "验证码不对或已用过。请输入动态口令当前显示的 6 位数字，或一个未用过的恢复码。",
            "The code is wrong or was used already. Enter the six digits shown now, or a recovery"
                    + " code not used before."),
    PASSWORD_WRONG("password-wrong", 400, "密码不对，请重新输入。", "The password is wrong; enter it again."),
    TOTP_IS_ON(
            "totp-already-on",
            409,
            "两步登录已启用；如要更换手机，请先停用。",
            "The second step is on already; turn it off first to change the device."),
    TOTP_NOT_BEGUN(
            "totp-not-begun",
            409,
            "尚未开始设置动态口令，请先点“启用”。",
            "Setting up the second step was not begun; begin first."),
    PASSWORD_USED_BEFORE(
            "password-used-before",
            400,
            "不能使用最近 {0} 次用过的密码，请换一个。",
            "This is one of your last {0} passwords; choose another."),
    OWN_ACCOUNT(
            "own-account",
            403,
            "请在“我的安全”中处理自己的账号。",
            "Use your own security page for your own account."),
    TOKEN_DAYS("invalid-token-days", 400, "令牌有效期为 1 至 366 天。", "A token lives 1 to 366 days."),
    STEP_UP_REQUIRED(
            "step-up-required",
            403,
            "此操作须再次确认身份；确认后 {0} 分钟内不再询问。",
            "This needs a fresh proof of who you are; it then holds for {0} minutes."),
    NOT_BY_TOKEN(
            "not-by-token",
            403,
            "此操作须本人在浏览器中登录后进行，不能用访问令牌。",
            "This must be done by a signed-in person in a browser, not by a token.");

    private final Words words;

    SignInProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
