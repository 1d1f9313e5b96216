package org.ronda.production;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where it is asked for, each line of the log is a JSON object, from the first one on. */
class LogsProduction {
    @Test
    void eachLineIsAnObjectForPrograms() throws Exception {
        List<String> lines = Files.readAllLines(Production.running().log(1));
        assertTrue(lines.size() > 3, lines.toString());
        ObjectMapper json = new ObjectMapper();
        for (String line : lines) {
            JsonNode read = json.readTree(line);
            for (String member : new String[] {"timestamp", "level", "loggerName", "message"}) {
                assertTrue(read.path(member).isTextual(), line);
            }
        }
        assertFalse(Files.readString(Production.running().log(0)).startsWith("{"));
    }
}
