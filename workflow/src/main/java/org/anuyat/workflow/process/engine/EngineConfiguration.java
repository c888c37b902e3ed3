package org.anuyat.workflow.process.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** Camunda 7 in the platform's own transactions: domain rows and engine rows commit or roll back together. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final int LOCK_MILLIS = 300_000;

    @Bean(destroyMethod = "")
    SpringJobExecutor jobExecutor(
            Environment environment,
            @Value("${anuyat.jobs.threads:2}") int threads,
            @Value("${anuyat.node:}") String node,
            @Qualifier("processJobs") ObjectProvider<TaskDecorator> decorator) {
        TaskDecorator decorated = decorator.getIfAvailable(() -> job -> job);
        SpringJobExecutor executor = new SpringJobExecutor();
        executor.setTaskExecutor(
                Threading.VIRTUAL.isActive(environment) ? virtualThreads(threads, decorated) : pooledThreads(threads, decorated));
        executor.setLockTimeInMillis(LOCK_MILLIS);
        executor.setLockOwner(node.isBlank() ? thisNode(environment) : node);
        executor.setMaxJobsPerAcquisition(2 * threads);
        executor.setWaitTimeInMillis(250);
        // the default backs off up to a minute, which a citizen who waits for a permit would feel
        executor.setMaxWait(2_000);
        return executor;
    }

    /** The same after a restart, so that {@link EngineLifecycle} knows the jobs that a killed process has left locked. */
    private static String thisNode(Environment environment) {
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + environment.getProperty("server.port", "8080");
        } catch (UnknownHostException e) {
            throw new IllegalStateException("This machine has no name: set anuyat.node to one of its own for each node", e);
        }
    }

    private static TaskExecutor virtualThreads(int threads, TaskDecorator decorator) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("process-job-");
        executor.setVirtualThreads(true);
        executor.setTaskDecorator(decorator);
        executor.setConcurrencyLimit(threads);
        executor.setRejectTasksWhenLimitReached(true);
        return executor;
    }

    private static TaskExecutor pooledThreads(int threads, TaskDecorator decorator) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setTaskDecorator(decorator);
        executor.setCorePoolSize(threads);
        executor.setMaxPoolSize(threads);
        executor.setQueueCapacity(2 * threads);
        executor.setThreadNamePrefix("process-job-");
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(20);
        executor.initialize();
        return executor;
    }

    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration processEngineConfiguration(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            SpringJobExecutor jobExecutor,
            ApplicationContext context,
            BeanFactory beans,
            List<BpmnParseListener> parseListeners) {
        ExposedBeans exposed = new ExposedBeans(beans);
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("anuyat");
        configuration.setDataSource(dataSource);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseType("postgres");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setHistoryRemovalTimeStrategy("start");
        configuration.setJobExecutor(jobExecutor);
        configuration.setJobExecutorActivate(false);
        configuration.setDefaultNumberOfRetries(8);
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        // what jobs log names the application, as requests do; the number is the processes' business key
        configuration.setLoggingContextBusinessKey("application");
        configuration.setDbMetricsReporterActivate(false);
        configuration.setAuthorizationEnabled(false);
        configuration.setTenantCheckEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setBeans(exposed);
        configuration.setExpressionManager(new SafeExpressions(context, exposed));
        // a refused act is the rooms' business: without these each is logged at ERROR with its stack
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setEnableReducedJobExceptionLogging(true);
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setHistoryCleanupEnabled(true);
        configuration.setHistoryCleanupBatchWindowStartTime("02:00");
        configuration.setHistoryCleanupBatchWindowEndTime("04:00");
        // the engine adds one of its own to the list
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(parseListeners));
        return configuration;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
        ProcessEngineFactoryBean factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(configuration);
        return factory;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    DecisionService decisionService(ProcessEngine engine) {
        return engine.getDecisionService();
    }
}
