package org.kedang.contact;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.PhoneNumber;
import org.kedang.kernel.PhoneNumber.Kind;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The rules that a contact's fields obey beyond their lengths; all that is broken is told at once.
 */
@Component
class ContactRules {
    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]+\\.[^\\s@<>\"]{2,}");

    private final Clock clock;

    ContactRules(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    /** Refuses fields that break a rule; they must be normalised. */
    void check(ContactFields fields) {
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        if (fields.mobile() != null && !isMobile(fields.mobile())) {
            problem.field(
                    "mobile",
                    "invalid-mobile",
                    "手机号应为 11 位（如 13805751234）；境外号码以 + 和国家代码开头。",
                    "A mobile number has 11 digits such as 13805751234; one of another country"
                            + " begins with + and the country's code.");
        }
        checkPhone(problem, "phone", fields.phone());
        checkPhone(problem, "emergencyPhone", fields.emergencyPhone());
        checkRest(problem, fields);
        if (!problem.fields().isEmpty()) {
            throw problem;
        }
    }

    private static boolean isMobile(String typed) {
        return PhoneNumber.parse(typed)
                .map(PhoneNumber::kind)
                .filter(kind -> kind == Kind.MOBILE || kind == Kind.ABROAD)
                .isPresent();
    }

    private static void checkPhone(Problem problem, String name, @Nullable String phone) {
        if (phone != null && PhoneNumber.parse(phone).isEmpty()) {
            problem.field(
                    name,
                    "invalid-phone",
                    "电话号码不对：请填手机号、带区号的固定电话（如 0575-88120101 转 8）或以 + 开头的境外号码，一栏一个号码。",
                    "Not a phone number: give a mobile number, a landline with area code such as"
                            + " 0575-88120101 ext 8, or one of another country with +; one number"
                            + " only.");
        }
    }

    private void checkRest(Problem problem, ContactFields fields) {
        if (fields.mail() != null && !MAIL.matcher(fields.mail()).matches()) {
            problem.field(
                    "mail",
                    "invalid-mail",
                    "邮箱格式不对，应如 name@example.com。",
                    "The mail address should look like name@example.com.");
        }
        if (fields.birthday() != null && Birthday.parse(fields.birthday(), today()).isEmpty()) {
            problem.field(
                    "birthday",
                    "invalid-birthday",
                    "没有这个生日：请填 1985-05-12，不知道年份时填 --05-12。",
                    "No such birthday: give 1985-05-12, or --05-12 if the year is not known.");
        }
        if (fields.leftOn() != null && fields.leftOn().isAfter(today())) {
            problem.field(
                    "leftOn",
                    "in-future",
                    "离职日期不能晚于今天。",
                    "The day of leaving cannot be later than today.");
        }
        if (fields.emergencyName() == null
                && (fields.emergencyPhone() != null || fields.emergencyRelation() != null)) {
            problem.field(
                    "emergencyName",
                    "required",
                    "填了紧急联系人的电话或关系，请同时填写姓名。",
                    "Give the emergency contact's name along with the phone or relation.");
        }
    }
}
