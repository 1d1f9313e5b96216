package org.ronda.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.SortedMap;
import java.util.TreeMap;

/** The words of an event as one JSON map. Only its fields are hashed, never its spelling as JSON. */
final class Content {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> MAP = new TypeReference<>() {};

    private Content() {}

    static String write(SortedMap<String, String> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static SortedMap<String, String> read(String json) throws JsonProcessingException {
        return JSON.readValue(json, MAP);
    }
}
