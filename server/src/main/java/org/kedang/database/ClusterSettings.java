package org.kedang.database;

import java.nio.file.Path;

/**
 * Settings of the built-in PostgreSQL.
 *
 * @param durable a commit is on the disk before it is acknowledged; false only for data that nobody
 *     misses
 */
record ClusterSettings(boolean durable) {

    String text(int port, Path logs) {
        return """
        # Written by Kedang at every start; changes here are lost.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        max_connections = 200
        password_encryption = 'scram-sha-256'
        fsync = %s
        synchronous_commit = %s
        full_page_writes = %s
        shared_buffers = '%s'
        work_mem = '16MB'
        maintenance_work_mem = '128MB'
        effective_cache_size = '1GB'
        max_wal_size = '2GB'
        checkpoint_timeout = '15min'
        random_page_cost = 1.1
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        log_min_messages = 'warning'
        idle_in_transaction_session_timeout = '10min'
        """
                        .formatted(
                                port,
                                on(durable),
                                on(durable),
                                on(durable),
                                durable ? "256MB" : "128MB")
                + (durable ? logging(logs) : "");
    }

    /** One file per weekday, overwritten a week later. */
    private static String logging(Path logs) {
        return """
        logging_collector = on
        log_directory = '%s'
        log_filename = 'postgres-%%u.log'
        log_rotation_age = '1d'
        log_rotation_size = 0
        log_truncate_on_rotation = on
        """
                .formatted(logs.toString().replace("'", "''"));
    }

    private static String on(boolean value) {
        return value ? "on" : "off";
    }
}
