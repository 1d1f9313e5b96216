package org.ronda.identity;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.quarkus.oidc.Redirect.Location;
import jakarta.enterprise.context.ApplicationScoped;
import org.ronda.kernel.Language;

/** What the identity provider is asked to show: its form in any case, a new account, in the language of the page. */
@Unremovable // it is looked up by its interface only
@ApplicationScoped
@Redirect(Location.OIDC_AUTHORIZATION)
class Prompting implements OidcRedirectFilter {
    @Override
    public void filter(OidcRedirectContext redirect) {
        var asked = redirect.routingContext().request();
        if (asked.getParam("again") != null) {
            redirect.additionalQueryParams().add("prompt", "login");
        } else if (asked.getParam("new") != null) {
            redirect.additionalQueryParams().add("prompt", "create");
        }
        Language.of(asked.getParam("lang"))
                .ifPresent(language -> redirect.additionalQueryParams().add("ui_locales", language.tag()));
    }
}
