package org.ronda.process;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;

/** A consultation: what is decided and what is not, by whom, in which phases. Nobody sees it before it is published. */
@Entity
public class Process extends PanacheEntity {
    /** How long before its first opening a process has to be public: OGP minimum requirement 3.1. */
    public static final Duration NOTICE = Duration.ofDays(14);

    /**
     * What a process says of itself.
     *
     * @param minAge how old one has to be to contribute, or null
     * @param eligibility what whoever counts has to show first
     * @param publicNames which public names it takes
     */
    public record Description(
            Translated title,
            Translated summary,
            Translated decided,
            Translated notDecided,
            Translated easyRead,
            Scope decisionBody,
            Influence influence,
            List<Language> languages,
            ZoneId zone,
            Integer minAge,
            Eligibility eligibility,
            PublicNames publicNames) {
        /** Of a process for anybody. */
        public Description(
                Translated title,
                Translated summary,
                Translated decided,
                Translated notDecided,
                Translated easyRead,
                Scope decisionBody,
                Influence influence,
                List<Language> languages,
                ZoneId zone) {
            this(
                    title,
                    summary,
                    decided,
                    notDecided,
                    easyRead,
                    decisionBody,
                    influence,
                    languages,
                    zone,
                    null,
                    Eligibility.NONE,
                    PublicNames.ANY);
        }

        /** The same for people who show something first. */
        public Description asking(Eligibility first) {
            return new Description(
                    title,
                    summary,
                    decided,
                    notDecided,
                    easyRead,
                    decisionBody,
                    influence,
                    languages,
                    zone,
                    minAge,
                    first,
                    publicNames);
        }
    }

    String slug;
    Translated title;
    Translated summary;
    Translated decided;
    Translated notDecided;
    Translated easyRead;

    @Enumerated(EnumType.STRING)
    Scope.Kind decisionBodyKind;

    Long decisionBodyId;

    @Enumerated(EnumType.STRING)
    Influence influence;

    String languages;
    String zone;
    Integer minAge;

    @Enumerated(EnumType.STRING)
    Eligibility eligibility;

    @Enumerated(EnumType.STRING)
    PublicNames publicNames;

    // null where it did from the beginning
    Instant ownNamesSince;

    Long createdBy;
    Instant createdAt;
    Instant publishedAt;
    String shortNoticeReason;
    Instant archivedAt;
    String archivedReason;

    @Version
    long version;

    protected Process() {}

    Process(String slug, Description description, Long by, Instant now) {
        this.slug = slug;
        this.createdBy = by;
        this.createdAt = now;
        describe(description);
    }

    void describe(Description description) {
        title = description.title();
        summary = description.summary();
        decided = description.decided();
        notDecided = description.notDecided();
        easyRead = description.easyRead();
        decisionBodyKind = description.decisionBody() == null
                ? null
                : description.decisionBody().kind();
        decisionBodyId = description.decisionBody() == null
                ? null
                : description.decisionBody().id();
        influence = description.influence();
        languages = description.languages().stream().map(Language::tag).collect(Collectors.joining(","));
        zone = description.zone().getId();
        minAge = description.minAge();
        eligibility = description.eligibility();
        publicNames = description.publicNames();
    }

    public Description description() {
        return new Description(
                title,
                summary,
                decided,
                notDecided,
                easyRead,
                decisionBody().orElse(null),
                influence,
                languages(),
                zone(),
                minAge,
                eligibility,
                publicNames);
    }

    /** Makes it public. Less than {@link #NOTICE} before the first opening, a reason is required and shown. */
    void publish(Instant now, String shortNoticeReason) {
        if (publishedAt != null) {
            throw new IllegalStateException("already published");
        }
        this.publishedAt = now;
        this.shortNoticeReason = shortNoticeReason;
    }

    void archive(Instant now, String reason) {
        this.archivedAt = now;
        this.archivedReason = reason;
    }

    void rename(String slug) {
        this.slug = slug;
    }

    public long id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String address() {
        return "/processes/" + slug;
    }

    public Scope scope() {
        return Scope.process(id);
    }

    public Translated title() {
        return title;
    }

    public Translated summary() {
        return summary;
    }

    /** What this process decides. */
    public Translated decided() {
        return decided;
    }

    /** What is not decided here, so that nobody is misled. */
    public Translated notDecided() {
        return notDecided;
    }

    public Translated easyRead() {
        return easyRead;
    }

    public Optional<Scope> decisionBody() {
        return decisionBodyKind == null
                ? Optional.empty()
                : Optional.of(new Scope(decisionBodyKind, decisionBodyId == null ? 0 : decisionBodyId));
    }

    public Influence influence() {
        return influence;
    }

    public List<Language> languages() {
        return Arrays.stream(languages.split(","))
                .flatMap(tag -> Language.of(tag).stream())
                .toList();
    }

    /** Whether its texts are to be given in that language. */
    public boolean speaks(String tag) {
        return languages().stream().anyMatch(language -> language.tag().equals(tag));
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** How old one has to be to contribute, or null where anybody may. */
    public Integer minAge() {
        return minAge;
    }

    /** What whoever counts has to show first. */
    public Eligibility eligibility() {
        return eligibility;
    }

    public PublicNames publicNames() {
        return publicNames;
    }

    /** The description from that instant on. */
    void describe(Description description, Instant at) {
        if (description.publicNames() != publicNames) {
            ownNamesSince = isPublic() && description.publicNames() == PublicNames.OWN ? at : null;
        }
        describe(description);
    }

    /** From when on it asks for own names, where it was public before; or null. */
    public Instant ownNamesSince() {
        return ownNamesSince;
    }

    /** Whether whoever contributes goes by the public name in life. */
    public boolean asksOwnNames() {
        return publicNames == PublicNames.OWN;
    }

    public boolean asks(Eligibility way) {
        return eligibility == way;
    }

    public boolean isPublic() {
        return publishedAt != null;
    }

    public boolean isArchived() {
        return archivedAt != null;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public String shortNoticeReason() {
        return shortNoticeReason;
    }

    public Instant archivedAt() {
        return archivedAt;
    }

    public String archivedReason() {
        return archivedReason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long version() {
        return version;
    }
}
