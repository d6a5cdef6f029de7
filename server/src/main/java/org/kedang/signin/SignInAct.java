package org.kedang.signin;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around proving who one is. */
public enum SignInAct implements Act {
    SIGNED_IN("session.opened", "登录", "Signed in"),
    SIGN_IN_REFUSED("session.refused", "登录被拒", "Sign-in refused"),
    SIGNED_OUT("session.closed", "退出", "Signed out"),
    ACCOUNT_LOCKED("person.locked", "账号锁定", "Account locked"),
    PASSWORD_CHANGED("person.password-changed", "修改密码", "Password changed"),
    TOKEN_ISSUED("token.issued", "签发访问令牌", "Token issued"),
    TOKEN_REVOKED("token.revoked", "撤销访问令牌", "Token revoked"),
    PASSKEY_ADDED("passkey.added", "添加通行密钥", "Passkey added"),
    PASSKEY_REMOVED("passkey.removed", "移除通行密钥", "Passkey removed"),
    IDENTITY_LINKED("identity.linked", "关联企业账号", "Company account linked"),
    IDENTITY_UNLINKED("identity.unlinked", "解除企业账号", "Company account unlinked"),
    DIRECTORY_TAKEN_OVER("directory.taken-over", "从目录同步人员", "People taken over from the directory"),
    NOT_PERMITTED("access.refused", "越权访问被拒", "Access refused"),
    MISSING("access.missing", "访问不存在的内容", "Asked for what is not there"),
    PROOF_OWED("access.proof-owed", "未确认身份被拒", "Refused until identity is proved"),
    PAGE_REFUSED("access.page-refused", "页面令牌不符被拒", "Refused for a wrong page token"),
    TOKEN_REFUSED("token.refused", "访问令牌被拒", "Access token refused"),
    ATTEMPTS_REFUSED("address.refused", "尝试过多被拒", "Refused after too many attempts"),
    STEPPED_UP("session.proved-again", "再次确认身份", "Identity proved again"),
    SESSION_ENDED("session.ended", "结束会话", "Session ended"),
    REPORTED_STOLEN("person.reported-stolen", "账号挂失", "Account reported stolen"),
    SECOND_STEP_ON("person.second-step-on", "启用两步登录", "Second step turned on"),
    SECOND_STEP_OFF("person.second-step-off", "停用两步登录", "Second step turned off"),
    RECOVERY_CODES_RENEWED("person.recovery-codes", "更换恢复码", "Recovery codes renewed"),
    SIGN_IN_RULES_CHANGED("role.sign-in-rules", "登录规则变更", "Sign-in rules changed");

    private final Words words;

    SignInAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
