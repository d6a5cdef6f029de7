package org.kedang.identity;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around accounts and rights. */
public enum IdentityAct implements Act {
    ACCOUNT_UNLOCKED("person.unlocked", "账号解锁", "Account unlocked"),
    PASSWORD_RESET("person.password-reset", "重置密码", "Password reset"),
    PERSON_ADDED("person.added", "新增人员", "Person added"),
    PERSON_CLOSED("person.closed", "停用账号", "Account closed"),
    GRANTS_CHANGED("person.grants-changed", "授权变更", "Grants changed"),
    DEPARTMENT_ADDED("department.added", "新增部门", "Department added"),
    SET_UP("system.set-up", "系统初始化", "System set up");

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
