package org.kedang.identity;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around accounts and rights. */
public enum IdentityAct implements Act {
    ACCOUNT_UNLOCKED("person.unlocked", "账号解锁", "Account unlocked"),
    PASSWORD_RESET("person.password-reset", "重置密码", "Password reset"),
    PERSON_ADDED("person.added", "新增人员", "Person added"),
    SERVICE_ACCOUNT_ADDED("person.service-added", "新增服务账号", "Service account added"),
    KEEPER_CHANGED("person.keeper-changed", "更换服务账号责任人", "Keeper of service account changed"),
    DIRECTORY_CHANGED("directory.changed", "按目录更新", "Changed as the directory has it"),
    PERSON_CLOSED("person.closed", "停用账号", "Account closed"),
    MOVE_SETTLED("person.move-settled", "调岗交接", "Things settled before a move"),
    SHARE_HANDED_OVER("share.handed-over", "移交共享授权", "Share handed over"),
    PERSON_LOCKED("person.barred", "锁定账号", "Account locked"),
    PERSON_REOPENED("person.reopened", "重新启用账号", "Account reopened"),
    PERSON_CHANGED("person.changed", "修改人员资料", "Person changed"),
    PEOPLE_IMPORTED("person.imported", "批量导入人员", "People imported"),
    POST_PROPOSED("person.post-proposed", "拟任职", "Post proposed"),
    POST_ASSIGNED("person.post-assigned", "任职", "Post assigned"),
    POST_ENDED("person.post-ended", "卸任", "Post ended"),
    POSITION_ADDED("position.added", "新增岗位", "Position added"),
    POSITION_CHANGED("position.changed", "修改岗位", "Position changed"),
    GROUP_CHANGED("group.changed", "修改人员分组", "Group changed"),
    ROLE_GRANTED("person.role-granted", "授予角色", "Role granted"),
    GRANT_ENDED("person.grant-ended", "收回角色", "Role taken back"),
    GRANT_SUSPENDED("person.grant-suspended", "暂停授权", "Grant suspended"),
    GRANT_RESUMED("person.grant-resumed", "恢复授权", "Grant resumed"),
    CLEARANCE_CHANGED("person.clearance-changed", "涉密等级变更", "Clearance changed"),
    SECRET_LEVELS_OPENED("person.secret-levels-opened", "保密协议生效", "Secret levels opened"),
    FIELD_RULES_CHANGED("role.field-rules-changed", "修改字段规则", "Field rules changed"),
    SHARED("grant.explicit-added", "个别授权", "Opened to somebody singly"),
    SHARE_ENDED("grant.explicit-ended", "收回个别授权", "No longer opened singly"),
    ROLE_DEFINED("role.defined", "修改角色", "Role defined"),
    DEPARTMENT_ADDED("department.added", "新增部门", "Department added"),
    DEPARTMENT_CHANGED("department.changed", "修改部门", "Department changed"),
    DEPARTMENT_MERGED("department.merged", "合并部门", "Department merged"),
    DEPARTMENT_CLOSED("department.closed", "撤销部门", "Department closed"),
    SET_UP("system.set-up", "系统初始化", "System set up");

    private final Words words;

    IdentityAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
