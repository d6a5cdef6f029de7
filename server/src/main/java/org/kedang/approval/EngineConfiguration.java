package org.kedang.approval;

import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.persistence.entity.data.ActivityInstanceDataManager;
import org.flowable.engine.impl.persistence.entity.data.ExecutionDataManager;
import org.flowable.engine.impl.persistence.entity.data.impl.MybatisActivityInstanceDataManager;
import org.flowable.spring.ProcessEngineFactoryBean;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.kedang.kernel.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.PlatformTransactionManager;

import java.util.Map;

import javax.sql.DataSource;

/**
 * The process engine, as little of it as is needed: it routes. It keeps no history, runs no jobs,
 * alters no tables, and its expressions reach no bean.
 *
 * <p>Building it takes a sixth of a start, and nobody decides in that second: it is built beside
 * the first requests ({@link BuildingEngine}), or by the one that needs it.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    private static final String STAX = "javax.xml.stream.XMLInputFactory";

    static {
        // fastexcel brings another StAX parser, which the engine's converter does not get on with
        if (System.getProperty(STAX) == null) {
            System.setProperty(STAX, "com.sun.xml.internal.stream.XMLInputFactoryImpl");
        }
    }

    @Bean
    @Lazy
    @DependsOn("flyway")
    ProcessEngineFactoryBean processEngine(
            DataSource dataSource, PlatformTransactionManager transactions) {
        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        engine.setDatabaseType("postgres");
        engine.setDatabaseSchemaUpdate("false");
        engine.setHistoryLevel(HistoryLevel.NONE);
        engine.setAsyncExecutorActivate(false);
        engine.setDisableIdmEngine(true);
        engine.setDisableEventRegistry(true);
        engine.setEnableEntityLinks(false);
        // nobody listens; with listeners it would read everything that it deletes
        engine.setEnableEventDispatcher(false);
        engine.setEnableLocalization(false);
        engine.setIdGenerator(() -> Ids.next().toString());
        engine.setBeans(Map.of());
        engine.setEnableEagerExecutionTreeFetching(true);
        engine.setDbSqlSessionFactory(new LeanSessions());
        engine.setProcessDefinitionDataManager(new KnownDefinitions(engine));
        ExecutionDataManager executions = new WholeExecutions(engine);
        engine.setExecutionDataManager(executions);
        engine.setExecutionEntityManager(new LeanExecutions(engine, executions));
        ActivityInstanceDataManager activities = new MybatisActivityInstanceDataManager(engine);
        engine.setActivityInstanceDataManager(activities);
        engine.setActivityInstanceEntityManager(new UnkeptActivities(engine, activities));
        ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(engine);
        return factory;
    }

    @Bean
    @Lazy
    RepositoryService processDefinitions(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    @Lazy
    RuntimeService processRuntime(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    @Lazy
    ManagementService processManagement(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    @Lazy
    TaskService processTasks(ProcessEngine engine) {
        return engine.getTaskService();
    }
}
