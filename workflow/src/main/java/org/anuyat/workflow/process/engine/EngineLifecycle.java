package org.anuyat.workflow.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and runs the jobs only while the application is fully up: they start before the web server answers and
 * stop after it, while the database is still there.
 */
@Component
class EngineLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EngineLifecycle.class);

    private static final String MODELS = "classpath*:processes/*.bpmn";

    private final RepositoryService repository;
    private final JobExecutor jobs;
    private final JdbcClient jdbc;
    private volatile boolean running;

    EngineLifecycle(RepositoryService repository, JobExecutor jobs, JdbcClient jdbc) {
        this.repository = repository;
        this.jobs = jobs;
        this.jdbc = jdbc;
    }

    @Override
    public void start() {
        deploy();
        unlock();
        jobs.start();
        running = true;
    }

    /** Own resource names: the engine's are absolute paths from classes and bare names in a jar, which makes new versions. */
    private void deploy() {
        DeploymentBuilder deployment =
                repository.createDeployment().name("processes").enableDuplicateFiltering(true);
        try {
            for (Resource model : new PathMatchingResourcePatternResolver().getResources(MODELS)) {
                try (InputStream in = model.getInputStream()) {
                    deployment.addInputStream("processes/" + model.getFilename(), in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The process models could not be read", e);
        }
        deployment.deploy();
    }

    /** What this node was at when it was killed would wait for minutes until its lock has run out. */
    private void unlock() {
        int left = jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?")
                .param(jobs.getLockOwner())
                .update();
        if (left > 0) {
            LOG.info("Takes up {} jobs that {} had not finished", left, jobs.getLockOwner());
        }
    }

    @Override
    public void stop() {
        jobs.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 4096;
    }
}
