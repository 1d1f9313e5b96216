package org.ronda.identity;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ronda.kernel.Rows;

/** Writes rows as they are read, one after the other, so that no node holds all that somebody ever wrote. */
public final class Telling {
    private static final Pattern AFTER_A_LINE = Pattern.compile("_([a-z])");
    private static final String JSON = "_json";
    private static final int AT_ONCE = 200;

    private final Connection connection;
    private final JsonGenerator json;

    Telling(Connection connection, JsonGenerator json) {
        this.connection = connection;
        this.json = json;
    }

    /**
     * A member with an object for each row; a column that ends with {@code _json} holds JSON.
     *
     * @param sql with {@code ?} wherever the participant's id stands
     */
    public void list(String member, long participantId, String sql) throws IOException {
        json.writeArrayFieldStart(member);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(AT_ONCE);
            for (int n = 1; n <= select.getParameterMetaData().getParameterCount(); n++) {
                select.setLong(n, participantId);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    write(rows);
                }
            }
        } catch (SQLException broken) {
            throw new IOException(broken);
        }
        json.writeEndArray();
    }

    private void write(ResultSet row) throws SQLException, IOException {
        ResultSetMetaData columns = row.getMetaData();
        json.writeStartObject();
        for (int n = 1; n <= columns.getColumnCount(); n++) {
            String label = columns.getColumnLabel(n).toLowerCase(Locale.ROOT);
            json.writeFieldName(AFTER_A_LINE
                    .matcher(label.replaceFirst(JSON + "$", ""))
                    .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT)));
            Object value = columns.getColumnTypeName(n).toLowerCase(Locale.ROOT).startsWith("timestamp")
                    ? row.getObject(n, OffsetDateTime.class)
                    : row.getObject(n);
            write(value, label.endsWith(JSON));
        }
        json.writeEndObject();
    }

    private void write(Object value, boolean isJson) throws IOException {
        if (value instanceof OffsetDateTime) {
            json.writeString(Rows.instant(value).toString());
        } else if (isJson && value != null) {
            json.writeRawValue(value.toString());
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value == null ? null : value.toString());
        }
    }
}
