package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.PhoneNumber;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The rules that a customer's fields obey beyond their lengths; all that is broken is told at once.
 */
@Component
class FieldRules {
    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\"]{2,}");

    private static final Pattern WEB =
            Pattern.compile("(https?://)?[^\\s./:@]+(\\.[^\\s./:@]+)+(:[0-9]{1,5})?(/\\S*)?");

    private static final Pattern BANK_ACCOUNT = Pattern.compile("[0-9A-Z]{6,34}");

    private final Regions regions;
    private final Directory directory;
    private final Clock clock;

    FieldRules(Regions regions, Directory directory, Clock clock) {
        this.regions = regions;
        this.directory = directory;
        this.clock = clock;
    }

    /** Refuses fields that break a rule; they must be normalised. */
    void check(CustomerFields fields) {
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        checkCodes(fields, problem);
        checkChoices(fields, problem);
        checkReach(fields, problem);
        checkAccount(fields, problem);
        checkDays(fields, problem);
        if (!problem.fields().isEmpty()) {
            throw problem;
        }
    }

    private void checkCodes(CustomerFields fields, Problem problem) {
        boolean organisation = fields.type() == CustomerType.ORGANISATION;
        if (fields.creditCode() != null && !CreditCode.isValid(fields.creditCode())) {
            problem.field(
                    "creditCode",
                    "wrong-check-digit",
                    "统一社会信用代码不对（18 位，末位为校验码），请对照执照核对。",
                    "The credit code is wrong (18 characters, the last one checks the others);"
                            + " compare it with the licence.");
        }
        if (fields.idNumber() != null && organisation) {
            problem.field(
                    "idNumber",
                    "not-for-organisation",
                    "单位客户请填统一社会信用代码，不填身份证号。",
                    "An organisation has a credit code, not an ID number.");
        } else if (fields.idNumber() != null
                && !IdNumber.isValid(
                        fields.idNumber(), LocalDate.now(clock.withZone(ChinaTime.ZONE)))) {
            problem.field(
                    "idNumber",
                    "wrong-check-digit",
                    "身份证号不对（18 位，含出生日期和校验码），请对照证件核对。",
                    "The ID number is wrong (18 characters with birth date and check character);"
                            + " compare it with the card.");
        }
    }

    private void checkChoices(CustomerFields fields, Problem problem) {
        if (fields.regionCode() != null && !regions.contains(fields.regionCode())) {
            problem.field(
                    "regionCode",
                    "invalid-choice",
                    "没有这个行政区划代码，请从列表中选择。",
                    "No such region; pick one from the list.");
        }
        if (fields.industryCode() != null && !Industries.contains(fields.industryCode())) {
            problem.field(
                    "industryCode",
                    "invalid-choice",
                    "没有这个行业，请从列表中选择。",
                    "No such industry; pick one from the list.");
        }
        if (fields.ownerId() != null && directory.personName(fields.ownerId()).isEmpty()) {
            problem.field(
                    "ownerId",
                    "invalid-choice",
                    "没有此人，请从列表中选择负责人。",
                    "No such person; pick the owner from the list.");
        }
        if (fields.departmentId() != null
                && directory.departmentName(fields.departmentId()).isEmpty()) {
            problem.field(
                    "departmentId",
                    "invalid-choice",
                    "没有这个部门，请从列表中选择。",
                    "No such department; pick one from the list.");
        }
    }

    private static void checkReach(CustomerFields fields, Problem problem) {
        checkPhone("phone", fields.phone(), problem);
        checkPhone("fax", fields.fax(), problem);
        if (breaks(fields.mail(), MAIL)) {
            problem.field(
                    "mail",
                    "invalid-mail",
                    "邮箱格式不对，应如 name@example.com。",
                    "The mail address should look like name@example.com.");
        }
    }

    private static void checkPhone(String field, @Nullable String number, Problem problem) {
        if (number != null && !PhoneNumber.areNumbers(number)) {
            problem.field(
                    field,
                    "invalid-phone",
                    "号码不对，请核对位数。例：13800001111、0575-88880000转801；几个号码用“/”隔开。",
                    "This number cannot be dialled; count its digits. Such as 13800001111 or"
                            + " 0575-88880000 ext. 801, several with “/” between them.");
        }
    }

    private void checkDays(CustomerFields fields, Problem problem) {
        LocalDate since = fields.cooperatingSince();
        if (since != null && since.isAfter(LocalDate.now(clock.withZone(ChinaTime.ZONE)))) {
            problem.field(
                    "cooperatingSince",
                    "in-the-future",
                    "开始合作的日期不能晚于今天。",
                    "We cannot have begun to work together after today.");
        }
    }

    private static void checkAccount(CustomerFields fields, Problem problem) {
        if (breaks(fields.web(), WEB)) {
            problem.field(
                    "web",
                    "invalid-web",
                    "网址格式不对，应如 www.example.com。",
                    "The web address should look like www.example.com.");
        }
        if (breaks(fields.bankAccount(), BANK_ACCOUNT)) {
            problem.field(
                    "bankAccount",
                    "invalid-bank-account",
                    "银行账号应为 6 至 34 位数字或字母，请对照开户资料核对。",
                    "A bank account has 6 to 34 digits or letters; compare it with the bank's"
                            + " papers.");
        }
    }

    private static boolean breaks(@Nullable String value, Pattern rule) {
        return value != null && !rule.matcher(value).matches();
    }
}
