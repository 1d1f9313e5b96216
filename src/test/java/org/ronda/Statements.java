package org.ronda;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;

/**
 * Counts the SQL statements of a request, whoever sends them (Hibernate or plain JDBC): the application's connections
 * in tests are made by this driver, which hands everything on to the real one and takes note of what is executed. A
 * batch is one statement, as it is one round trip.
 *
 * <pre>{@code assertTrue(Statements.during(() -> given().get("/processes")).size() <= 4);}</pre>
 */
public class Statements implements Driver {
    private static final ConcurrentLinkedQueue<String> SENT = new ConcurrentLinkedQueue<>();
    private static final ConcurrentLinkedQueue<String> FILLED = new ConcurrentLinkedQueue<>();
    private static volatile boolean isFilling;

    /** The statements that were executed by any thread while the work was done, in their order. */
    public static List<String> during(Runnable work) {
        SENT.clear();
        work.run();
        return new ArrayList<>(SENT);
    }

    /** The same with the values in their places, as PostgreSQL's driver writes them; on H2 they are not to be run. */
    public static List<String> filledDuring(Runnable work) {
        FILLED.clear();
        isFilling = true;
        try {
            work.run();
        } finally {
            isFilling = false;
        }
        return new ArrayList<>(FILLED);
    }

    @Override
    public Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = real(url).connect(url, properties);
        return connection == null ? null : noting(Connection.class, connection, null);
    }

    private static <T> T noting(Class<T> type, T real, String prepared) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (real instanceof Statement && method.getName().startsWith("execute")) {
                        note(prepared, arguments);
                        if (isFilling) {
                            FILLED.add(prepared == null ? (String) arguments[0] : real.toString());
                        }
                    }
                    return follow(call(method, real, arguments), arguments);
                }));
    }

    private static void note(String prepared, Object[] arguments) {
        boolean isPlain = arguments != null && arguments[0] instanceof String;
        SENT.add(isPlain ? (String) arguments[0] : String.valueOf(prepared));
    }

    private static Object follow(Object made, Object[] arguments) {
        if (made instanceof CallableStatement statement) {
            return noting(CallableStatement.class, statement, (String) arguments[0]);
        }
        if (made instanceof PreparedStatement statement) {
            return noting(PreparedStatement.class, statement, (String) arguments[0]);
        }
        return made instanceof Statement statement ? noting(Statement.class, statement, null) : made;
    }

    private static Object call(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static Driver real(String url) {
        return url.startsWith("jdbc:h2:") ? new org.h2.Driver() : new org.postgresql.Driver();
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real(url).acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return real(url).getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return true;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.ronda");
    }
}
