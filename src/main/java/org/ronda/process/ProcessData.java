package org.ronda.process;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ronda.identity.Participant;
import org.ronda.identity.PersonalData;
import org.ronda.identity.Telling;
import org.ronda.kernel.Now;
import org.ronda.kernel.Wording;

/** Roles in processes, ages and names that were confirmed, attestations, and as which voter somebody counts. */
@ApplicationScoped
@Priority(20)
class ProcessData implements PersonalData {
    @Inject
    EntityManager entityManager;

    @Inject
    Voters voters;

    @Inject
    Now now;

    @Override
    public void tell(Telling telling, long participantId) throws IOException {
        telling.list(
                "roles",
                participantId,
                "select p.slug as process, r.role, r.valid_from, r.valid_to from process_role r"
                        + " join process p on p.id = r.process_id where r.participant_id = ? order by r.id");
        telling.list(
                "confirmedAges",
                participantId,
                "select p.slug as process, a.age, a.confirmed_at from age_confirmation a"
                        + " join process p on p.id = a.process_id where a.participant_id = ? order by a.confirmed_at");
        telling.list(
                "confirmedNames",
                participantId,
                "select p.slug as process, n.name, n.confirmed_at from name_confirmation n"
                        + " join process p on p.id = n.process_id where n.participant_id = ? order by n.confirmed_at");
        telling.list(
                "attestations",
                participantId,
                "select p.slug as process, a.code, a.has_document, a.attested_at, a.revoked_at, a.revoked_reason"
                        + " from attestation a join process p on p.id = a.process_id where a.participant_id = ?"
                        + " order by a.id");
        telling.list(
                "sharedVoices",
                participantId,
                "select p.slug as process, s.since, s.read_at from shared_voice s"
                        + " join process p on p.id = s.process_id where s.participant_id = ? order by p.id");
        telling.list(
                "countedIn",
                participantId,
                "select p.slug as process, p.eligibility from voter_of v join process p on p.id = v.process_id"
                        + " where v.participant_id = ? order by p.id");
    }

    /** A process is never left without an administrator. */
    @Override
    @Transactional
    public Optional<Wording> obstacle(long participantId) {
        return ProcessRole.of(participantId, now.instant()).stream()
                .filter(role -> role.role() == Role.PROCESS_ADMINISTRATOR)
                .map(ProcessRole::processId)
                .sorted()
                // held, so that two who leave at once do not each count on the other
                .map(process -> Process.<Process>findById(process, LockModeType.PESSIMISTIC_WRITE))
                .filter(process -> isLeftAlone(process, participantId))
                .<Wording>map(process -> language -> ProcessSetup.words(language)
                        .handOver(process.title().in(language).text()))
                .findFirst();
    }

    private boolean isLeftAlone(Process process, long leaving) {
        List<Long> others = ProcessRole.holders(process.id(), Role.PROCESS_ADMINISTRATOR, now.instant()).stream()
                .map(ProcessRole::participantId)
                .filter(other -> other != leaving)
                .toList();
        return Participant.count("id in ?1 and disabledAt is null", others) == 0;
    }

    @Override
    @Transactional
    public void erase(long participantId) {
        ProcessRole.of(participantId, now.instant()).forEach(role -> role.end(now.instant()));
        for (String table : List.of("age_confirmation", "name_confirmation", "attestation", "shared_voice")) {
            entityManager
                    .createNativeQuery("delete from " + table + " where participant_id = :me")
                    .setParameter("me", participantId)
                    .executeUpdate();
        }
        voters.forget(participantId);
    }
}
