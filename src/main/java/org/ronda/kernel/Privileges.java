package org.ronda.kernel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * On PostgreSQL the migrations run as the owner, and the application as the role {@code ronda_app}, which may add to the
 * ledger, and to the texts that people accepted, and never change or take away what is in them. Without that role, and on H2, there is nothing to do.
 */
public class Privileges extends BaseCallback {
    private static final String[] GRANTS = {
        "grant usage on schema public to ronda_app",
        "grant select, insert, update, delete on all tables in schema public to ronda_app",
        "grant usage, select on all sequences in schema public to ronda_app",
        "revoke update, delete, truncate on ledger_event, ledger_link from ronda_app",
        "revoke update, delete, truncate on house_text from ronda_app"
    };

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            if (!context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")
                    || !hasRole(statement)) {
                return;
            }
            for (String grant : GRANTS) {
                statement.execute(grant);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("ronda_app was not given its privileges", refused);
        }
    }

    private static boolean hasRole(Statement statement) throws SQLException {
        try (ResultSet roles = statement.executeQuery("select 1 from pg_roles where rolname = 'ronda_app'")) {
            return roles.next();
        }
    }
}
