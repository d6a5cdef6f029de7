package org.kedang.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.junit.jupiter.api.Test;
import org.kedang.kernel.Anyone;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.stream.Stream;

class ArchitectureTests {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.kedang");

    private static final JavaClasses CANARIES = new ClassFileImporter().importPackages("canary");

    private static final ArchRule EVERY_ENDPOINT_DECLARES_WHO_MAY =
            methods()
                    .that(areEndpoints())
                    .should(
                            new ArchCondition<JavaMethod>(
                                    "declare exactly one of @Requires, @SignedIn, @Anyone") {
                                @Override
                                public void check(JavaMethod method, ConditionEvents events) {
                                    long declared =
                                            Stream.of(Requires.class, SignedIn.class, Anyone.class)
                                                    .filter(method::isAnnotatedWith)
                                                    .count();
                                    events.add(
                                            new SimpleConditionEvent(
                                                    method,
                                                    declared == 1,
                                                    method.getFullName()
                                                            + " declares "
                                                            + declared));
                                }
                            });

    private static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
            classes()
                    .should()
                    .haveNameNotMatching(".*(Impl|Manager|Helper|Util|Utils|DTO|VO|Dto|Vo)");

    private static final ArchRule ONLY_APPROVAL_KNOWS_THE_ENGINE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.kedang.approval")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.flowable..");

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return new DescribedPredicate<>("endpoints") {
            @Override
            public boolean test(JavaMethod method) {
                return method.getOwner().isAnnotatedWith(RestController.class)
                        && (method.isAnnotatedWith(RequestMapping.class)
                                || method.isMetaAnnotatedWith(RequestMapping.class));
            }
        };
    }

    @Test
    void declaresAPermissionOnEveryEndpoint() {
        assertThat(OURS.stream().flatMap(c -> c.getMethods().stream()).filter(areEndpoints()))
                .hasSizeGreaterThan(20);
        EVERY_ENDPOINT_DECLARES_WHO_MAY.check(OURS);
    }

    @Test
    void findsTheEndpointThatDeclaresNone() {
        assertThat(
                        EVERY_ENDPOINT_DECLARES_WHO_MAY
                                .evaluate(CANARIES)
                                .getFailureReport()
                                .getDetails())
                .singleElement()
                .asString()
                .contains("OpenDoor.open");
    }

    @Test
    void keepsControllersBehindTheirModules() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..web..")
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(RestController.class)
                .check(OURS);
    }

    @Test
    void keepsTheProcessEngineInsideApproval() {
        ONLY_APPROVAL_KNOWS_THE_ENGINE.check(OURS);
        assertThat(
                        ONLY_APPROVAL_KNOWS_THE_ENGINE
                                .evaluate(CANARIES)
                                .getFailureReport()
                                .getDetails())
                .singleElement()
                .asString()
                .contains("OwnEngine.engine");
    }

    @Test
    void avoidsNamesThatSayNothing() {
        NAMES_SAY_WHAT_THINGS_ARE.check(OURS);
    }

    @Test
    void readsTimeFromTheInjectedClockOnly() {
        List<Class<?>> times =
                List.of(
                        java.time.Instant.class,
                        java.time.LocalDate.class,
                        java.time.LocalDateTime.class,
                        java.time.OffsetDateTime.class,
                        java.time.ZonedDateTime.class);
        times.forEach(
                time ->
                        noClasses()
                                .should()
                                .callMethod(time, "now")
                                .because("rules about time must be testable")
                                .check(OURS));
    }
}
