package org.ronda.identity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/** Publishes what the platform says of itself; the first version of each text comes with the product. */
@ApplicationScoped
class HouseTexts {
    @Inject
    EntityManager entityManager;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** Kept as rows from the first start on, so that a newer product does not change what people accepted. */
    void begin(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (HouseText.Kind kind : HouseText.Kind.values()) {
                if (HouseText.count("kind", kind) == 0) {
                    begin(kind, now.instant());
                }
            }
        });
    }

    private void begin(HouseText.Kind kind, Instant at) {
        Translated words = Translated.EMPTY;
        for (Language language : Language.values()) {
            words = words.with(language, read("/house/" + kind.key() + "_" + language.tag() + ".md"));
        }
        add(kind, 1, words, at, null);
    }

    /**
     * The next version of a text, in force at once.
     *
     * @param seen the number of the version that it takes the place of
     */
    @Transactional
    int publish(HouseText.Kind kind, int seen, Translated words, long by) {
        HouseText before = HouseText.present(kind);
        if (before.words().equals(words)) {
            throw Refused.conflict(language -> words(language).unchanged());
        }
        Instant at = now.atGate();
        int next = seen + 1;
        if (before.n() != seen || add(kind, next, words, at, by) == 0) {
            throw Refused.conflict(language -> words(language).changedMeanwhile());
        }
        Map<String, String> content = new LinkedHashMap<>();
        content.put("page", kind.key());
        content.put("version", String.valueOf(next));
        words.texts().forEach((language, said) -> content.put(language, said.text()));
        ledger.record(Event.of("page.published", Scope.PLATFORM)
                .at(at)
                .by(by, Scope.person(by))
                .saying(content));
        return next;
    }

    /** Of two nodes that start at once, and of two people who publish at once, one brings it: uq_house_text decides. */
    private int add(HouseText.Kind kind, int n, Translated words, Instant at, Long by) {
        return entityManager
                .createNativeQuery("insert into house_text (id, kind, n, words, published_at, published_by)"
                        + " values (nextval('house_text_seq'), :kind, :n, :words, :at, cast(:by as bigint))"
                        + " on conflict do nothing")
                .setParameter("kind", kind.name())
                .setParameter("n", n)
                .setParameter("words", new Translated.AsJson().convertToDatabaseColumn(words))
                .setParameter("at", at)
                .setParameter("by", by)
                .executeUpdate();
    }

    private static String read(String file) {
        try (InputStream bytes = HouseTexts.class.getResourceAsStream(file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static HouseMessages words(Language language) {
        return Wording.of(HouseMessages.class, language);
    }
}
