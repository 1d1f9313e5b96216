package org.ronda.process;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Optional;

/** A district of the city. */
@Entity
public class District extends PanacheEntity {
    String code;
    String name;
    int position;

    protected District() {}

    public District(String code, String name, int position) {
        this.code = code;
        this.name = name;
        this.position = position;
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

    public static List<District> all() {
        return list("order by position");
    }

    public static Optional<District> byCode(String code) {
        return find("code", code).firstResultOptional();
    }
}
