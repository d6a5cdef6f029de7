package org.kedang.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.kedang.KedangApplication;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ModularityTests {
    private static final ImportOption ALSO_TESTS = location -> true;

    @Test
    void keepsModulesToTheirFloors() {
        ApplicationModules modules = ApplicationModules.of(KedangApplication.class);

        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("kernel", "audit", "identity", "signin", "storage", "customer");
        modules.verify();
    }

    /** The rule can fail: two packages that break it on purpose are found. */
    @Test
    void findsTheCanariesThatBreakTheRule() {
        ApplicationModules canaries = ApplicationModules.of("canary", ALSO_TESTS);

        assertThatThrownBy(canaries::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("lower")
                .hasMessageContaining("upper");
    }
}
