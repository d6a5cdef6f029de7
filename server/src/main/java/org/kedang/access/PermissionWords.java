package org.kedang.access;

import org.kedang.identity.FieldAccess;
import org.kedang.identity.Scope;
import org.kedang.kernel.Permission;

import java.util.Collection;
import java.util.stream.Collectors;

/** What permissions, reaches and rules are called on a card that is kept as it was shown. */
final class PermissionWords {
    private PermissionWords() {}

    static String listed(Collection<Permission> permissions) {
        return permissions.stream()
                .sorted()
                .map(PermissionWords::zh)
                .collect(Collectors.joining("、"));
    }

    static String zh(Permission permission) {
        return switch (permission) {
            case CUSTOMER_READ -> "查看客户";
            case CUSTOMER_WRITE -> "登记和修改客户";
            case ARCHIVE_READ -> "查看档案";
            case ARCHIVE_WRITE -> "立卷归档";
            case AUDIT_READ -> "查看日志";
            case AUDIT_EXPORT -> "导出日志";
            case AUDIT_REVIEW -> "复核日志、处理预警";
            case ADMINISTRATOR_OVERSEE -> "监督系统和网络管理员";
            case PERSON_MANAGE -> "管理人员账号";
            case ROLE_GRANT -> "授权";
            case GRANT_APPROVE -> "批准高权限";
            case ACCESS_GRANT -> "开放单个客户或案卷";
            case SENSITIVE_REVEAL -> "查看敏感字段原文";
            case NETWORK_MANAGE -> "管理网络";
            case DEPARTMENT_MANAGE -> "管理部门";
            case CALENDAR_MANAGE -> "维护工作日历";
            case PROCESS_MANAGE -> "管理审批流程";
            case APPROVAL_OVERSEE -> "查看全部申请";
            case GRADING_MANAGE -> "管理客户定级规则";
            case PRIVACY_MANAGE -> "管理个人信息权利";
            case CUSTOMER_ERASE -> "执行客户删除";
            case DELETION_READ -> "查看删除登记册";
            case HEALTH_READ -> "查看运行状况";
        };
    }

    static String zh(Scope scope) {
        return switch (scope) {
            case NONE -> "不看业务内容";
            case OWN -> "只看本人的";
            case DEPARTMENT -> "本部门";
            case DEPARTMENT_AND_BELOW -> "本部门及下级";
            case CHOSEN -> "指定部门";
            case ALL -> "全部";
        };
    }

    static String zh(FieldAccess access) {
        return switch (access) {
            case HIDDEN -> "不可见";
            case MASKED -> "脱敏";
            case READ -> "可看";
            case EDIT -> "可改";
        };
    }
}
