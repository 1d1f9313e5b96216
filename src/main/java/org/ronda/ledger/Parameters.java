package org.ronda.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.ronda.kernel.Scope;

/** Sets the parameters of a statement one after the other. */
final class Parameters {
    private final PreparedStatement statement;
    private int n;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters text(String text) throws SQLException {
        statement.setString(++n, text);
        return this;
    }

    Parameters number(Long number) throws SQLException {
        if (number == null) {
            statement.setNull(++n, Types.BIGINT);
        } else {
            statement.setLong(++n, number);
        }
        return this;
    }

    Parameters bytes(byte[] bytes) throws SQLException {
        statement.setBytes(++n, bytes);
        return this;
    }

    Parameters any(Object any) throws SQLException {
        statement.setObject(++n, any);
        return this;
    }

    Parameters scope(Scope scope) throws SQLException {
        return text(scope.kind().name()).number(scope.id());
    }
}
