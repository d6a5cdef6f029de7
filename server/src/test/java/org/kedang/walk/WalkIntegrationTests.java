package org.kedang.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Walks every operation of the API as every kind of reader: data scopes, clearances with and
 * without an agreement, single things opened to them, offices, people without rights and strangers.
 */
@IntegrationTest
class WalkIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    /** Planted once. */
    private static @Nullable Garden planted;

    private Garden garden;

    @BeforeEach
    void plant() {
        Garden already = planted;
        garden = already == null ? Garden.plant(jdbc, port) : already;
        planted = garden;
    }

    @AfterAll
    static void leave() {
        Garden already = planted;
        if (already != null) {
            already.leave();
        }
    }

    @Test
    void hasALineForEveryOperation() {
        Set<String> operations = new TreeSet<>();
        TestClient.as("sysadmin", port)
                .get("/v3/api-docs")
                .json()
                .path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                operation ->
                                                        operations.add(
                                                                operation
                                                                                .getKey()
                                                                                .toUpperCase(
                                                                                        java.util
                                                                                                .Locale
                                                                                                .ROOT)
                                                                        + " "
                                                                        + path.getKey())));

        assertThat(WalkTable.all().keySet())
                .as("operations with a line in WalkTable")
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void namesThePermissionThatIsDeclared() {
        Map<String, String> declared = new TreeMap<>();
        mappings.getHandlerMethods()
                .forEach(
                        (mapping, handler) -> {
                            Requires requires = handler.getMethodAnnotation(Requires.class);
                            for (RequestMethod method :
                                    mapping.getMethodsCondition().getMethods()) {
                                mapping.getPatternValues()
                                        .forEach(
                                                path ->
                                                        declared.put(
                                                                method + " " + path,
                                                                requires == null
                                                                        ? ""
                                                                        : requires.value().name()));
                            }
                        });

        WalkTable.all()
                .forEach(
                        (operation, line) ->
                                assertThat(line.by() == null ? "" : line.by().name())
                                        .as(operation)
                                        .isEqualTo(declared.get(operation)));
    }

    /**
     * As nothing else is walked by them, the watchers go first: what others type is in their log.
     */
    @TestFactory
    Stream<DynamicTest> tellsNobodyOfWhatIsNotToBeSeen() {
        List<Walker> walkers = garden.walkers();
        return IntStream.range(0, walkers.size())
                .mapToObj(
                        turn ->
                                DynamicTest.dynamicTest(
                                        walkers.get(turn).userName(),
                                        () -> {
                                            String before = garden.fingerprint();
                                            List<String> leaks =
                                                    garden.walk(
                                                            walkers.get(turn),
                                                            turn,
                                                            WalkTable.all());
                                            assertThat(leaks)
                                                    .as("leaks to " + walkers.get(turn))
                                                    .isEmpty();
                                            assertThat(garden.fingerprint())
                                                    .as("all that is planted")
                                                    .isEqualTo(before);
                                        }));
    }

    @Test
    void tellsStrangersNothing() {
        assertThat(garden.walkAsStranger(WalkTable.all())).isEmpty();
    }

    /** The walk can fail: an operation that forgets to ask who may see is found. */
    @Test
    void findsTheEndpointThatLeaks() throws NoSuchMethodException {
        assertThat(walkTo("read"))
                .anyMatch(leak -> leak.contains(Words.START))
                .anyMatch(leak -> leak.contains("differs"));
    }

    /** Refuses with the same words, and takes its time over what is there. */
    @Test
    void findsTheRefusalThatCostsMore() throws NoSuchMethodException {
        assertThat(walkTo("refuse")).isNotEmpty().allMatch(leak -> leak.contains("costs"));
    }

    private List<String> walkTo(String method) throws NoSuchMethodException {
        RequestMappingInfo path =
                RequestMappingInfo.paths("/api/leak/{id}")
                        .methods(RequestMethod.GET)
                        .options(mappings.getBuilderConfiguration())
                        .build();
        mappings.registerMapping(
                path,
                new Leak(jdbc),
                Leak.class.getDeclaredMethod(method, UUID.class, Actor.class));
        try {
            Map<String, Line> lines =
                    new Lines()
                            .line(
                                    "GET /api/leak/{id}",
                                    Permission.CUSTOMER_READ,
                                    (who, world) ->
                                            world.forbidden(Kind.CUSTOMER, who).stream()
                                                    .map(
                                                            p ->
                                                                    Lines.like(
                                                                            WalkIntegrationTests
                                                                                    ::leak,
                                                                            p))
                                                    .toList())
                            .all();
            Walker own =
                    garden.walkers().stream()
                            .filter(walker -> walker.userName().endsWith("-own2a"))
                            .findFirst()
                            .orElseThrow();
            return garden.walk(own, 0, lines);
        } finally {
            mappings.unregisterMapping(path);
        }
    }

    private static Question leak(String id) {
        return Lines.get("/api/leak/" + id, Lines.TRACELESS);
    }

    /** Looks a customer up by id alone. */
    static final class Leak {
        private final JdbcClient jdbc;

        Leak(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @SignedIn
        @org.springframework.web.bind.annotation.ResponseBody
        List<String> read(
                @org.springframework.web.bind.annotation.PathVariable("id") UUID id, Actor actor) {
            return jdbc.sql("select name from customer where id = :id")
                    .param("id", id)
                    .query(String.class)
                    .list();
        }

        @SignedIn
        @org.springframework.web.bind.annotation.ResponseBody
        void refuse(
                @org.springframework.web.bind.annotation.PathVariable("id") UUID id, Actor actor) {
            if (!read(id, actor).isEmpty()) {
                read(id, actor);
            }
            throw Problem.notFound();
        }
    }
}
