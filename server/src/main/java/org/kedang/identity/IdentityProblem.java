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
    DIRECTORY_ACCOUNT(
            "directory-account",
            409,
            "此账号的密码由公司目录（LDAP）保管，请在那里修改或重置。",
            "The company's directory (LDAP) keeps the password of this account; change or reset it"
                    + " there."),
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
    POSITION_CODE_TAKEN(
            "position-code-taken",
            409,
            "岗位代码已被使用，请换一个。",
            "This position code is taken; choose another."),
    POSITION_CLOSED(
            "position-closed", 409, "此岗位已停用，请选择其他岗位。", "This position is closed; choose another."),
    POSITION_HELD(
            "position-held",
            409,
            "还有 {0} 人在此岗位任职，请先让他们卸任。",
            "{0} people hold this position; end their posts first."),
    POST_HELD(
            "post-held",
            409,
            "此人已在该部门担任此岗位。",
            "This person already holds that position in that department."),
    GROUP_NAME_TAKEN(
            "group-name-taken",
            409,
            "已有同名分组，请换一个名称。",
            "There is a group of this name; choose another."),
    DEPARTMENT_CLOSED(
            "department-closed",
            409,
            "此部门已撤销，不能再放入人员、客户或档案，请选择其他部门。",
            "This department is closed and takes nothing new; choose another."),
    DEPARTMENT_NOT_EMPTY(
            "department-not-empty",
            409,
            "部门还有人员、下级部门或业务资料，请改用“并入其他部门”。",
            "The department still owns something; merge it into another."),
    DEPARTMENT_CYCLE(
            "department-cycle",
            409,
            "不能移到或并入自己的下级部门，请先把那个部门移出来。",
            "A department cannot go below or into one that is below itself; move that one out"
                    + " first."),
    THINGS_OWNED(
            "things-owned",
            409,
            "此人名下还有 {0} 个客户、{1} 卷档案、{2} 项待办与申请，请先指定接手人。",
            "This person owns {0} customers and {1} dossiers, and {2} tasks and requests are open;"
                    + " name who takes them over."),
    MOVE_UNSETTLED(
            "move-unsettled",
            409,
            "{1}名下还有 {0} 项（客户、档案、待办、共享等）没有交接，未变更部门。请由系统管理员在人员资料里逐类办理交接或注明继续持有，再变更。",
            "{1} still holds {0} things (customers, dossiers, tasks, shares …); the department was"
                + " not changed. The system administrator hands them over or has them kept, kind by"
                + " kind, on the person's page; then change it."),
    TAKER_UNFIT(
            "taker-unfit",
            409,
            "接手人须是在用的业务人员账号，不能是本人或管理员。",
            "Who takes over must be an active person without an office, and another one."),
    SHEET_UNREADABLE(
            "sheet-unreadable",
            400,
            "文件读不出来：须是按模板填写的 .xlsx，不超过 5000 行、1 MB。未导入任何人员。",
            "This is no readable .xlsx made from the template, or it has more than 5,000 rows or 1"
                    + " MB. Nobody was imported."),
    ROWS_FAULTY(
            "rows-faulty",
            409,
            "有 {0} 行需要修改，未导入任何人员。请按提示改好后重新上传。",
            "{0} rows need mending and nobody was imported; correct them and upload again."),
    OFFICE_READS_NO_CONTENT(
            "office-reads-no-content",
            409,
            "管理员（三员）不得因职务查阅客户和档案内容，不能向其授权。",
            "Administrators read no customer and no archive; nothing can be opened to them."),
    ALREADY_GRANTED(
            "already-granted",
            409,
            "此人在该部门已有这个角色，无须重复授予。",
            "The person already holds this role at that department."),
    OFFICE_FIXED(
            "office-fixed",
            409,
            "管理员角色的权限由制度固定，不能修改或停用。",
            "What the separated offices may do is fixed; it cannot be changed or retired."),
    OFFICE_ONLY(
            "office-only",
            409,
            "管理人员、部门、网络的权限只属于管理员，不能放进业务角色。",
            "Managing people, departments and networks belongs to the offices, not to a business"
                    + " role."),
    ROLE_MUST_BE_HIGH(
            "role-must-be-high",
            409,
            "含授权或批准权限的角色必须标为高权限。",
            "A role that may grant or approve must be marked as high."),
    ROLE_CHANGED_SINCE(
            "role-changed-since",
            409,
            "角色在此期间已被修改，请按现在的内容重新申请。",
            "The role was changed meanwhile; file the request again from what it is now."),
    LAST_OF_OFFICE(
            "last-of-office",
            409,
            "这是最后一名在任的此类管理员，请先任命接任者。",
            "This is the last holder of the office; appoint a successor first.");

    private final Words words;

    IdentityProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
