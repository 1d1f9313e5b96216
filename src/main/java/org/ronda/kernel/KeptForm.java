package org.ronda.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form that somebody sent without being signed in, kept for half an hour so that nothing typed is lost. It is shown
 * again after signing in and never sent by itself.
 */
@Entity
public class KeptForm extends PanacheEntityBase {
    static final Duration KEPT = Duration.ofMinutes(30);
    static final int LARGEST = 51_200;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, List<String>>> FIELDS = new TypeReference<>() {};

    @Id
    String id;

    String path;
    String action;
    String fields;
    Instant keptUntil;

    protected KeptForm() {}

    KeptForm(String path, String action, String fields, Instant now) {
        this.id = Forms.nonce();
        this.path = path;
        this.action = action;
        this.fields = fields;
        this.keptUntil = now.plus(KEPT);
    }

    static Optional<KeptForm> find(String id, Instant now) {
        return KeptForm.<KeptForm>findByIdOptional(id).filter(form -> now.isBefore(form.keptUntil));
    }

    static String asJson(Map<String, List<String>> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the cookie carries. */
    public String id() {
        return id;
    }

    /** The page, with its query, that shows the form. */
    public String path() {
        return path;
    }

    /** True when its page is not known, so that the address it was sent to stands for it. */
    boolean isWithoutPage() {
        return action.equals("POST " + path);
    }

    /** The method and path that the form was sent to. */
    String action() {
        return action;
    }

    Map<String, List<String>> fields() {
        try {
            return JSON.readValue(fields, FIELDS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a kept form is not a JSON map", broken);
        }
    }
}
