package org.ronda.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ronda.kernel.Language;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;

/** One version of what the platform says of itself, in Markdown. Versions are added, never changed: people accepted them. */
@Entity
public class HouseText extends PanacheEntity {
    /** What it is about; each has an address at the foot of every page. */
    public enum Kind {
        RULES,
        PRIVACY,
        ACCESSIBILITY,
        CONTACT;

        static Kind named(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        }

        /** As it stands in addresses and in the API. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String address() {
            return "/pages/" + key();
        }

        public String in(Language language) {
            HouseMessages words = Wording.of(HouseMessages.class, language);
            return switch (this) {
                case RULES -> words.rules();
                case PRIVACY -> words.privacy();
                case ACCESSIBILITY -> words.accessibility();
                case CONTACT -> words.contact();
            };
        }
    }

    @Enumerated(EnumType.STRING)
    Kind kind;

    int n;
    Translated words;
    Instant publishedAt;
    Long publishedBy;

    protected HouseText() {}

    /** The version in force. */
    public static HouseText present(Kind kind) {
        return HouseText.<HouseText>find("kind = ?1 order by n desc", kind)
                .page(0, 1)
                .singleResult();
    }

    /** All versions, the latest first. */
    static List<HouseText> versions(Kind kind) {
        return list("kind = ?1 order by n desc", kind);
    }

    public Kind kind() {
        return kind;
    }

    /** The number of the version, from 1. */
    public int n() {
        return n;
    }

    public Translated words() {
        return words;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
