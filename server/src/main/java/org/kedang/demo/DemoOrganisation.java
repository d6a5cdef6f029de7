package org.kedang.demo;

import org.kedang.identity.LoadingOrganisation.NewDepartment;
import org.kedang.identity.LoadingOrganisation.NewMember;
import org.kedang.identity.SecrecyLevel;

import java.util.List;

/** The departments and people of the made-up company. */
final class DemoOrganisation {
    static final List<NewDepartment> DEPARTMENTS =
            List.of(
                    new NewDepartment("GS", "绍兴鉴湖实业有限公司", null),
                    new NewDepartment("YX", "营销中心", "GS"),
                    new NewDepartment("XS", "销售一部", "YX"),
                    new NewDepartment("XE", "销售二部", "YX"),
                    new NewDepartment("DA", "档案室", "GS"),
                    new NewDepartment("XX", "信息部", "GS"));

    static final List<NewMember> MEMBERS =
            List.of(
                    new NewMember("sales", "李晓梅", "XS", "SALES", SecrecyLevel.CONFIDENTIAL),
                    new NewMember("clerk", "王建国", "DA", "CLERK", SecrecyLevel.SECRET),
                    new NewMember(
                            "head", "陈志远", "YX", "DEPARTMENT_HEAD", SecrecyLevel.CONFIDENTIAL),
                    new NewMember("gm", "周明华", "GS", "GENERAL_MANAGER", SecrecyLevel.SECRET),
                    new NewMember(
                            "sysadmin", "赵强", "XX", "SYSTEM_ADMINISTRATOR", SecrecyLevel.PUBLIC),
                    new NewMember(
                            "netadmin", "钱进", "XX", "NETWORK_ADMINISTRATOR", SecrecyLevel.PUBLIC),
                    new NewMember("secadmin", "孙丽", "XX", "SECURITY_OFFICER", SecrecyLevel.PUBLIC),
                    new NewMember("auditor", "吴桐", "GS", "AUDITOR", SecrecyLevel.PUBLIC));

    private DemoOrganisation() {}
}
