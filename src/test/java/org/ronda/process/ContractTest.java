package org.ronda.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void whatOpensAtNineStillDoesWhereTheClocksChangedInBetween() {
        Contract winter = Contract.between(at("2026-02-02T09:00"), at("2026-03-02T18:00"))
                .answering(Contract.Answers.by(at("2026-03-20T18:00")));
        Contract summer = winter.movedBy(Duration.ofDays(91), PARIS);
        assertEquals(at("2026-05-04T09:00"), summer.opensAt());
        assertEquals(at("2026-06-01T18:00"), summer.endsAt());
        assertEquals(at("2026-06-04T18:00"), summer.lateUntil());
        assertEquals(at("2026-06-19T18:00"), summer.answers().dueAt());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }
}
