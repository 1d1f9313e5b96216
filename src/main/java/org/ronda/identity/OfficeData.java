package org.ronda.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import org.ronda.kernel.Now;

/** For which offices somebody responds. What was said for one stays the office's; see room {@code contribution}. */
@ApplicationScoped
@Priority(5)
class OfficeData implements PersonalData {
    @Inject
    Now now;

    @Override
    public void tell(Telling telling, long participantId) throws IOException {
        telling.list(
                "offices",
                participantId,
                "select o.code, o.name as name_json, r.title, r.valid_from, r.valid_to, r.ended_at"
                        + " from office_responder r join office o on o.id = r.office_id"
                        + " where r.participant_id = ? order by r.id");
    }

    @Override
    @Transactional
    public void erase(long participantId) {
        Responder.<Responder>list("participantId = ?1 and slot is not null order by id", participantId)
                .forEach(one -> one.end(participantId, now.instant()));
    }
}
