package org.kedang.index;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Map;

import javax.sql.DataSource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IndexSettings.class)
class IndexConfiguration {
    @Bean
    IndexFolder indexFolder(IndexSettings settings) {
        return new IndexFolder(settings.folder());
    }

    @Bean
    IndexFailures indexFailures(IndexFolder folder) {
        return new IndexFailures(folder);
    }

    /** Runs after the migrations and before the index is opened. */
    @Bean
    HibernatePropertiesCustomizer indexProperties(
            IndexFolder folder, IndexFailures failures, DataSource database) {
        return properties -> {
            JdbcClient jdbc = JdbcClient.create(database);
            folder.prepare(DatabaseMark.of(jdbc));
            // one server has one index; who is registered from before was killed and would be
            // waited for
            jdbc.sql("delete from hsearch_agent").update();
            properties.putAll(
                    Map.of(
                            "hibernate.search.backend.directory.root",
                            folder.files().toString(),
                            "hibernate.search.backend.analysis.configurer",
                            new Analysis(),
                            "hibernate.search.background_failure_handler",
                            failures));
        };
    }
}
