package org.ronda.process;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Stores a set of enum constants as their names with commas between, in the enum's order. */
abstract class EnumSetAsText<E extends Enum<E>> implements AttributeConverter<Set<E>, String> {
    private final Class<E> type;

    EnumSetAsText(Class<E> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(Set<E> set) {
        return set.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    @Override
    public Set<E> convertToEntityAttribute(String text) {
        Set<E> set = EnumSet.noneOf(type);
        if (text != null && !text.isEmpty()) {
            Arrays.stream(text.split(",")).map(name -> Enum.valueOf(type, name)).forEach(set::add);
        }
        return set;
    }

    static class Actions extends EnumSetAsText<Action> {
        Actions() {
            super(Action.class);
        }
    }

    static class Owings extends EnumSetAsText<Owed> {
        Owings() {
            super(Owed.class);
        }
    }
}
