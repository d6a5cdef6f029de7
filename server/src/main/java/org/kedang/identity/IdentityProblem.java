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
    SERVICE_ACCOUNT(
            "service-account",
            409,
            "这是服务账号，没有密码，不能登录；请由其责任人签发令牌。",
            "This is a service account: it has no password and nobody signs in with it; its keeper"
                    + " issues tokens."),
    KEEPER_NOT_EMPLOYEE(
            "keeper-not-employee",
            400,
            "责任人须是在职员工，且不是管理员：管理员不得借服务账号查看业务内容。",
            "The keeper must be an active employee and no administrator, who would read content"
                    + " with its tokens."),
    OWN_GRANT("own-grant", 403, "不能给自己授权或处理自己的账号。", "Nobody grants to or manages his own account."),
    NOT_ADMINISTERED(
            "not-administered",
            403,
            "此人或此角色不在您的授权范围内，请联系安全保密员。",
            "This person or role is not yours to grant; ask the security officer."),
    SECOND_PERSON_NEEDED(
            "second-person-needed",
            409,
            "这是高权限，须由第二人批准后生效，请提交授权申请。",
            "This is a high privilege: file a rights request, a second person must approve it."),
    INVALID_SECOND_PERSON(
            "invalid-second-person",
            403,
            "批准人须是有批准权的第三方，不能是申请人或被授权人。",
            "The approver must hold the right to approve and be neither the requester nor the"
                    + " person concerned."),
    LAST_OF_OFFICE(
            "last-of-office",
            409,
            "这是最后一名在任的此类管理员，请先任命接任者。",
            "This is the last holder of the office; appoint a successor first.");

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
