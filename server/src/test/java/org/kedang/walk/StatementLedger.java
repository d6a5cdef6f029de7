package org.kedang.walk;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/**
 * Writes down the SQL statements of every request that asks for it by a header, in the order in
 * which its thread ran them.
 */
public final class StatementLedger {
    /** Names the entry; the answer says nothing of it. */
    static final String HEADER = "X-Statement-Ledger";

    private static final Map<String, CompletableFuture<List<String>>> ENTRIES =
            new ConcurrentHashMap<>();
    private static final ThreadLocal<List<String>> RUNNING = new ThreadLocal<>();
    private static final ThreadLocal<List<String>> FILLED_IN = new ThreadLocal<>();

    /** What this thread asked the database meanwhile, with all values in their places. */
    static List<String> during(ThrowingRunnable doing) throws Exception {
        List<String> statements = new ArrayList<>();
        FILLED_IN.set(statements);
        try {
            doing.run();
        } finally {
            FILLED_IN.remove();
        }
        return statements;
    }

    interface ThrowingRunnable {
        void run() throws Exception;
    }

    static String open() {
        String name = UUID.randomUUID().toString();
        ENTRIES.put(name, new CompletableFuture<>());
        return name;
    }

    /** Waits until the request is over, which may be after its answer has come. */
    static List<String> close(String name) {
        CompletableFuture<List<String>> entry = ENTRIES.get(name);
        if (entry == null) {
            throw new IllegalStateException("Never opened: " + name);
        }
        List<String> statements = entry.orTimeout(10, TimeUnit.SECONDS).join();
        ENTRIES.remove(name);
        return statements;
    }

    @Bean
    static BeanPostProcessor statementsWrittenDown() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? writingDown(database) : bean;
            }
        };
    }

    @Bean
    static FilterRegistrationBean<Filter> ledgerOfRequests() {
        Filter filter =
                (request, response, chain) -> {
                    String name = ((HttpServletRequest) request).getHeader(HEADER);
                    if (name == null) {
                        chain.doFilter(request, response);
                        return;
                    }
                    List<String> statements = new ArrayList<>();
                    RUNNING.set(statements);
                    try {
                        chain.doFilter(request, response);
                    } finally {
                        RUNNING.remove();
                        ENTRIES.get(name).complete(statements);
                    }
                };
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static DataSource writingDown(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                return watched(super.getConnection());
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return watched(super.getConnection(user, password));
            }
        };
    }

    private static Connection watched(Connection connection) {
        return proxy(
                Connection.class,
                (proxy, method, arguments) -> {
                    Object result = called(connection, method, arguments);
                    return switch (result) {
                        case PreparedStatement prepared ->
                                watched(
                                        PreparedStatement.class,
                                        prepared,
                                        String.valueOf(arguments[0]));
                        case Statement statement -> watched(Statement.class, statement, "");
                        case null, default -> result;
                    };
                });
    }

    private static <S extends Statement> S watched(Class<S> type, S statement, String prepared) {
        return proxy(
                type,
                (proxy, method, arguments) -> {
                    List<String> statements = RUNNING.get();
                    if (statements != null && method.getName().startsWith("execute")) {
                        statements.add(
                                prepared.isEmpty() ? String.valueOf(arguments[0]) : prepared);
                    }
                    List<String> filledIn = FILLED_IN.get();
                    if (filledIn != null
                            && !prepared.isEmpty()
                            && method.getName().startsWith("execute")) {
                        // the pool's own name comes first
                        filledIn.add(
                                statement.toString().replaceFirst("^Hikari\\S+ wrapping ", ""));
                    }
                    return called(statement, method, arguments);
                });
    }

    private static Object called(Object on, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        StatementLedger.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
