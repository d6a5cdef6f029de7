package org.kedang;

import org.kedang.database.DatabaseInitializer;
import org.kedang.walk.StatementLedger;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The whole application on a random port with a temporary PostgreSQL; one context for all tests so
 * annotated.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {KedangApplication.class, StatementLedger.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "kedang.db-temporary=true",
            "kedang.data=target/test-data-${kedang.test-process:alone}",
            "kedang.demo=true",
            "kedang.demo-requests=false",
            "kedang.demo-password=" + TestClient.PASSWORD
        })
@ContextConfiguration(initializers = DatabaseInitializer.class)
public @interface IntegrationTest {}
