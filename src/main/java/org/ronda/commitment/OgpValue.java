package org.ronda.commitment;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.kernel.Language;
import org.ronda.kernel.Wording;

/** The values of open government that a commitment can serve; those of the form of OGP Local. */
public enum OgpValue {
    ACCESS_TO_INFORMATION,
    CIVIC_PARTICIPATION,
    PUBLIC_ACCOUNTABILITY,
    TECHNOLOGY_INNOVATION;

    public String in(Language language) {
        CommitmentMessages words = Wording.of(CommitmentMessages.class, language);
        return switch (this) {
            case ACCESS_TO_INFORMATION -> words.valueAccess();
            case CIVIC_PARTICIPATION -> words.valueParticipation();
            case PUBLIC_ACCOUNTABILITY -> words.valueAccountability();
            case TECHNOLOGY_INNOVATION -> words.valueTechnology();
        };
    }

    /** Stores a set of them as their names with commas between. */
    static class SetAsText implements AttributeConverter<Set<OgpValue>, String> {
        @Override
        public String convertToDatabaseColumn(Set<OgpValue> values) {
            return values.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
        }

        @Override
        public Set<OgpValue> convertToEntityAttribute(String text) {
            Set<OgpValue> values = EnumSet.noneOf(OgpValue.class);
            Arrays.stream(text.split(","))
                    .filter(name -> !name.isEmpty())
                    .map(OgpValue::valueOf)
                    .forEach(values::add);
            return values;
        }
    }
}
