package org.ronda.proposal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Page;

/** My proposals and topic entries, with the state of each. */
@Path("/me")
class MyPages {
    @CheckedTemplate(basePath = "proposal")
    static class Templates {
        static native TemplateInstance mine(List<Proposal> drafts, List<Proposal> sent, ZoneId zone);
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    public TemplateInstance mine() {
        List<Proposal> all = entityManager
                .createQuery(
                        "select p from Proposal p where p.id in (select c.contributionId from CoAuthor c"
                                + " where c.participantId = :me and c.state = :accepted) order by p.id desc",
                        Proposal.class)
                .setParameter("me", viewer.required().id())
                .setParameter("accepted", CoAuthor.State.ACCEPTED)
                .setMaxResults(200)
                .getResultList();
        page.titled(Proposing.words(page.language()).mine()).in("me");
        return Templates.mine(
                all.stream().filter(Contribution::isDraft).toList(),
                all.stream().filter(proposal -> !proposal.isDraft()).toList(),
                zone);
    }
}
