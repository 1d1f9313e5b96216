package org.ronda.organisation;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronda.identity.Participant;
import org.ronda.kernel.Code;
import org.ronda.kernel.Scope;

/** An organisation in whose name its members may speak. No legal personality is asked for. */
@Entity
public class Organisation extends PanacheEntity {
    String code;
    String name;

    @ElementCollection
    @CollectionTable(name = "organisation_member", joinColumns = @JoinColumn(name = "organisation_id"))
    @Column(name = "participant_id")
    Set<Long> members = new HashSet<>();

    protected Organisation() {}

    public Organisation(String name) {
        this.code = Code.random('G');
        this.name = name;
    }

    public static Optional<Organisation> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** The organisations in whose name that participant may speak, by name. */
    public static List<Organisation> of(Participant member) {
        return list("select o from Organisation o where ?1 member of o.members order by o.name, o.id", member.id());
    }

    /**
     * In whose name somebody speaks: their own where no organisation is named; nothing where they do not belong to the one
     * that is.
     */
    public static Optional<Scope> name(String code, Participant speaker) {
        return code.isEmpty()
                ? Optional.of(Scope.person(speaker.id()))
                : byCode(code).filter(found -> found.hasMember(speaker)).map(found -> Scope.organisation(found.id()));
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public void admit(Participant member) {
        members.add(member.id());
    }

    public boolean hasMember(Participant participant) {
        return members.contains(participant.id());
    }
}
