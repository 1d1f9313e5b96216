package org.ronda.identity;

import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.ronda.kernel.Language;
import org.ronda.kernel.Page;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/**
 * The accounts at Keycloak, as far as the platform's administrator may touch them: the service account may manage users
 * and nothing else. Every call may be refused because Keycloak does not answer.
 */
@ApplicationScoped
class Directory {
    private static final Logger LOG = Logger.getLogger(Directory.class);
    /** Among what it does is sending a mail. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final List<String> FIRST_STEPS = List.of("UPDATE_PASSWORD", "VERIFY_EMAIL");

    /** The role of the realm whose holders are asked for a second factor; the platform's roles bring it along. */
    private static final String STAFF = "staff";

    @Inject
    Instance<Keycloak> keycloak;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    @Inject
    Page page;

    /** Whether there are accounts to look after: in a demonstration there are none. */
    boolean isOpen() {
        return !isDemo;
    }

    /** The platform's roles of an account; none where Keycloak does not know it any more. */
    Set<PlatformRole> rolesOf(String subject) {
        Set<PlatformRole> roles = EnumSet.noneOf(PlatformRole.class);
        unlessGone(() -> asked(
                        realm -> realm.users().get(subject).roles().realmLevel().listEffective())
                .forEach(held -> PlatformRole.of(held.getName()).ifPresent(roles::add)));
        return roles;
    }

    void give(String subject, PlatformRole role) {
        give(subject, role.key());
    }

    void take(String subject, PlatformRole role) {
        take(subject, role.key());
    }

    /** From the next time on, the account signs in with a second factor. */
    void giveStaff(String subject) {
        give(subject, STAFF);
    }

    /** Whoever has a role of the platform is staff by that, and stays so. */
    void takeStaff(String subject) {
        take(subject, STAFF);
    }

    /** There is nothing to do about an account that Keycloak does not know any more. */
    void unlessGone(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            if (refused.status() != Refused.Status.CONFLICT) {
                throw refused;
            }
        }
    }

    private void give(String subject, String role) {
        withRole(subject, role, (account, named) -> account.roles().realmLevel().add(List.of(named)));
    }

    private void take(String subject, String role) {
        withRole(subject, role, (account, named) -> account.roles().realmLevel().remove(List.of(named)));
    }

    void enable(String subject, boolean isEnabled) {
        asked(realm -> {
            UserResource account = realm.users().get(subject);
            UserRepresentation known = account.toRepresentation();
            known.setEnabled(isEnabled);
            account.update(known);
            return null;
        });
    }

    /** Deletes an account; one that is gone already is no trouble. */
    void delete(String subject) {
        unlessGone(() -> asked(realm -> {
            try (Response answer = realm.users().delete(subject)) {
                if (answer.getStatus() >= 400) {
                    throw new WebApplicationException(answer);
                }
            }
            return null;
        }));
    }

    /** The account's own id; it is made where there is none with that address. */
    String account(String email, String publicName, Language language) {
        return asked(realm -> {
            List<UserRepresentation> known = realm.users().searchByEmail(email, true);
            return known.isEmpty()
                    ? created(realm, email, publicName, language)
                    : known.get(0).getId();
        });
    }

    /** Has Keycloak write to the account's owner, who chooses a password. */
    void write(String subject) {
        asked(realm -> {
            realm.users().get(subject).executeActionsEmail("ronda", page.origin() + "/sign-in/start", FIRST_STEPS);
            return null;
        });
    }

    private static String created(RealmResource realm, String email, String publicName, Language language) {
        UserRepresentation account = new UserRepresentation();
        account.setUsername(email);
        account.setEmail(email);
        account.setEnabled(true);
        account.setAttributes(Map.of("publicName", List.of(publicName), "locale", List.of(language.tag())));
        try (Response answer = realm.users().create(account)) {
            return CreatedResponseUtil.getCreatedId(answer);
        }
    }

    private interface RoleChange {
        void make(UserResource account, RoleRepresentation role);
    }

    /** The service account reads no roles but those that it may give to this account. */
    private void withRole(String subject, String role, RoleChange change) {
        asked(realm -> {
            UserResource account = realm.users().get(subject);
            List<RoleRepresentation> known = account.roles().realmLevel().listAvailable();
            known.addAll(account.roles().realmLevel().listAll());
            RoleRepresentation named = known.stream()
                    .filter(one -> one.getName().equals(role))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the realm has no role " + role));
            change.make(account, named);
            return null;
        });
    }

    private <T> T asked(Function<RealmResource, T> question) {
        try {
            Keycloak client = ClientProxy.unwrap(keycloak.get());
            // the client waits for an answer as long as there is none
            return Uni.createFrom()
                    .item(() -> question.apply(client.realm("ronda")))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .await()
                    .atMost(PATIENCE);
        } catch (WebApplicationException refused) {
            // this client throws no other kind, such as NotFoundException, for any status
            int status = refused.getResponse().getStatus();
            if (status == 404) {
                throw new Refused(
                        Refused.Status.CONFLICT,
                        null,
                        language -> words(language).accountGone());
            }
            throw status >= 500 ? away(refused) : refused;
        } catch (ProcessingException | TimeoutException unreachable) {
            throw away(unreachable);
        }
    }

    private static Refused away(RuntimeException cause) {
        LOG.warnf("Keycloak does not answer: %s", cause.getMessage());
        return new Refused(
                Refused.Status.UNAVAILABLE, null, language -> words(language).providerAwayForNow());
    }

    private static IdentityMessages words(Language language) {
        return Wording.of(IdentityMessages.class, language);
    }
}
