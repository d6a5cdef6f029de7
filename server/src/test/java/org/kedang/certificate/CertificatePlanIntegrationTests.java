package org.kedang.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.Statistics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What falls due is read by the index of the day, however many certificates there are. */
@IntegrationTest
class CertificatePlanIntegrationTests {
    @Autowired JdbcClient jdbc;
    @Autowired Environment environment;

    @Test
    @Transactional
    void readsWhatEndsByItsIndex() {
        try (Statistics statistics = new Statistics(jdbc, environment)) {
            jdbc.sql(
                            """
                            insert into certificate (id, version, customer_id, kind, valid_until, long_term, created_at, created_by, updated_at, updated_by)
                            select gen_random_uuid(), 0, (select id from customer limit 1), 'PERMIT', current_date + i % 3000, false,
                                   now(), gen_random_uuid(), now(), gen_random_uuid()
                            from generate_series(1, 20000) i
                            """)
                    .update();
            statistics.gather("certificate");
        }

        String plan =
                String.join(
                        "\n",
                        jdbc.sql(
                                        "explain select %s from %s where %s and t.valid_until <= current_date + 60 order by t.valid_until, t.id limit 20"
                                                .formatted(
                                                        Certificates.COLUMNS,
                                                        Certificates.TABLES,
                                                        Certificates.ALIVE))
                                .query(String.class)
                                .list());

        assertThat(plan).contains("certificate_by_end").doesNotContain("Sort");
    }
}
