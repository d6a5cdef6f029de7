package org.kedang.identity;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around accounts and rights. */
public enum IdentityAct implements Act {
    SIGNED_IN("session.opened", "登录", "Signed in"),
    SIGN_IN_REFUSED("session.refused", "登录被拒", "Sign-in refused"),
    SIGNED_OUT("session.closed", "退出", "Signed out"),
    ACCOUNT_LOCKED("person.locked", "账号锁定", "Account locked"),
    ACCOUNT_UNLOCKED("person.unlocked", "账号解锁", "Account unlocked"),
    PASSWORD_CHANGED("person.password-changed", "修改密码", "Password changed"),
    PASSWORD_RESET("person.password-reset", "重置密码", "Password reset"),
    PERSON_ADDED("person.added", "新增人员", "Person added"),
    PERSON_CLOSED("person.closed", "停用账号", "Account closed"),
    GRANTS_CHANGED("person.grants-changed", "授权变更", "Grants changed"),
    DEPARTMENT_ADDED("department.added", "新增部门", "Department added"),
    TOKEN_ISSUED("token.issued", "签发访问令牌", "Token issued"),
    TOKEN_REVOKED("token.revoked", "撤销访问令牌", "Token revoked"),
    SET_UP("system.set-up", "系统初始化", "System set up"),
    NOT_PERMITTED("access.refused", "越权访问被拒", "Access refused");

    private final String slug;
    private final String zh;
    private final String en;

    IdentityAct(String slug, String zh, String en) {
        this.slug = slug;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    @Override
    public ActClass actClass() {
        return ActClass.USER;
    }
}
