package org.ronda.board;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.ronda.identity.PersonalData;
import org.ronda.identity.Telling;

/** Where somebody sits or sat, and which rules they accepted with it. */
@ApplicationScoped
@Priority(10)
class BoardData implements PersonalData {
    @Inject
    Seating seating;

    @Override
    public void tell(Telling telling, long participantId) throws IOException {
        telling.list(
                "seats",
                participantId,
                "select b.code as board, s.code as seat, a.is_deputy, a.valid_from, a.valid_to, a.appointed_at,"
                        + " a.accepted_at, a.declined_at, a.rules_version, a.rules_accepted_at, a.ended_at, a.ended_reason"
                        + " from appointment a join seat s on s.id = a.seat_id"
                        + " join board b on b.id = a.board_id where a.participant_id = ? order by a.id");
    }

    @Override
    public void erase(long participantId) {
        seating.leaveAll(participantId);
    }
}
