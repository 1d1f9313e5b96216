package org.ronda.identity;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.ronda.kernel.StoredFiles;

/** Everything that is kept about somebody, as one file: the data of all rooms, and the files that were brought. */
@ApplicationScoped
class Download {
    @Inject
    @All
    List<PersonalData> rooms;

    @Inject
    StoredFiles files;

    @Inject
    DataSource dataSource;

    @Inject
    ObjectMapper mapper;

    void write(long participantId, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("data.json"));
            tell(participantId, zip);
            zip.closeEntry();
            for (PersonalData room : rooms) {
                for (PersonalData.Brought file :
                        QuarkusTransaction.requiringNew().call(() -> room.files(participantId))) {
                    zip.putNextEntry(new ZipEntry("files/" + file.name()));
                    files.write(file.fileId(), zip);
                    zip.closeEntry();
                }
            }
        }
    }

    private void tell(long participantId, OutputStream out) throws IOException {
        try (Connection connection = dataSource.getConnection();
                JsonGenerator json = mapper.createGenerator(out)
                        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                        .useDefaultPrettyPrinter()) {
            // PostgreSQL hands rows on one after the other only within a transaction
            connection.setAutoCommit(false);
            Telling telling = new Telling(connection, json);
            json.writeStartObject();
            for (PersonalData room : rooms) {
                room.tell(telling, participantId);
            }
            json.writeEndObject();
            connection.rollback();
        } catch (SQLException broken) {
            throw new IOException(broken);
        }
    }
}
