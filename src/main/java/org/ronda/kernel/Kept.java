package org.ronda.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was sent by somebody who was not, or no longer, signed in: kept for half an hour under a random name that only
 * their browser knows, shown again on the form afterwards, and never sent by itself.
 */
@ApplicationScoped
public class Kept {
    /** The cookie that holds the name. */
    public static final String COOKIE = "kept";

    public static final Duration FOR = Duration.ofMinutes(30);
    private static final int LARGEST = 50 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A form that was kept: the page that it is on, and what was typed. */
    public record Form(String page, Map<String, List<String>> fields) {
        public String first(String field) {
            List<String> values = fields.get(field);
            return values == null || values.isEmpty() ? null : values.get(0);
        }
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Now now;

    /** The name under which it is kept, or nothing when it is too large. */
    @Transactional
    public Optional<String> keep(String page, Map<String, List<String>> fields) {
        try {
            String json = JSON.writeValueAsString(fields);
            if (json.length() > LARGEST || page.length() > 300) {
                return Optional.empty();
            }
            String id = Forms.nonce();
            entityManager
                    .createNativeQuery(
                            "insert into kept_form (id, path, fields, kept_until) values (:id, :path, :fields, :until)")
                    .setParameter("id", id)
                    .setParameter("path", page)
                    .setParameter("fields", json)
                    .setParameter("until", now.instant().plus(FOR))
                    .executeUpdate();
            return Optional.of(id);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is kept under that name, as long as it is. */
    public Optional<Form> find(String id) {
        if (id == null || !id.matches("[0-9a-f]{32}")) {
            return Optional.empty();
        }
        List<Object[]> rows = entityManager
                .createNativeQuery("select path, fields from kept_form where id = :id and kept_until > :now", Object[].class)
                .setParameter("id", id)
                .setParameter("now", now.instant())
                .getResultList();
        return rows.stream().findFirst().map(row -> new Form((String) row[0], read((String) row[1])));
    }

    private static Map<String, List<String>> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
