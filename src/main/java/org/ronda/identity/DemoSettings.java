package org.ronda.identity;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What demo mode means for the settings: it is on by default in the H2 build and off in the PostgreSQL build, and
 * whatever else is said it listens to this machine only, unless it is made public on purpose. Without it people sign in
 * at the identity provider.
 */
public class DemoSettings implements ConfigSourceFactory {
    private static final int BELOW_EVERYTHING = 0;
    private static final int ABOVE_EVERYTHING = 1000;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean isH2 = "h2".equals(said(context, "quarkus.datasource.db-kind"));
        String said = said(context, "ronda.demo");
        boolean isDemo = said == null ? isH2 : Boolean.parseBoolean(said);
        List<ConfigSource> sources = new ArrayList<>();
        // the build asks this class too and keeps its answers as defaults: so every default is said anew at the start
        sources.add(new PropertiesConfigSource(
                Map.of("ronda.demo", String.valueOf(isH2), "quarkus.http.host", "0.0.0.0"),
                "without demo settings",
                BELOW_EVERYTHING));
        boolean isHereOnly = isDemo && !Boolean.parseBoolean(said(context, "ronda.demo.public"));
        // one reading for all who ask: "on" is no "true" here, and must not be one elsewhere
        Map<String, String> decided = new HashMap<>();
        decided.put("ronda.demo", String.valueOf(isDemo));
        if (isHereOnly) {
            decided.put("quarkus.http.host", "127.0.0.1");
        }
        String realm = Objects.requireNonNullElse(said(context, "ronda.oidc.url"), "");
        boolean hasProvider = !isDemo && !realm.isBlank();
        if (hasProvider) {
            decided.put("quarkus.keycloak.admin-client.server-url", realm.replaceFirst("/realms/.*", ""));
        }
        for (String tenant : List.of("", "api.", "ending.", "away.")) {
            decided.put("quarkus.oidc." + tenant + "tenant-enabled", String.valueOf(hasProvider));
        }
        sources.add(new PropertiesConfigSource(decided, "demo mode", ABOVE_EVERYTHING));
        return sources;
    }

    private static String said(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null ? null : value.getValue();
    }
}
