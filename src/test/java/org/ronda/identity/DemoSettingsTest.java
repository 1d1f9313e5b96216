package org.ronda.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoSettingsTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // database, RONDA_DEMO, RONDA_DEMO_PUBLIC: demo mode, listens on
                "h2, -, -, true, 127.0.0.1",
                "h2, true, -, true, 127.0.0.1",
                "h2, true, false, true, 127.0.0.1",
                "h2, -, true, true, 0.0.0.0",
                "h2, false, -, false, 0.0.0.0",
                "h2, anything, -, false, 0.0.0.0",
                "h2, on, -, false, 0.0.0.0",
                "h2, 1, true, false, 0.0.0.0",
                "postgresql, -, -, false, 0.0.0.0",
                "postgresql, true, -, true, 127.0.0.1",
                "postgresql, true, true, true, 0.0.0.0",
            })
    void demoModeIsOnWithH2AndListensHereOnly(
            String database, String demo, String isPublic, boolean isDemo, String host) {
        Map<String, String> said = new HashMap<>();
        said.put("quarkus.datasource.db-kind", database);
        if (demo != null) {
            said.put("ronda.demo", demo);
        }
        if (isPublic != null) {
            said.put("ronda.demo.public", isPublic);
        }
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                // what the build kept
                .withDefaultValues(Map.of("quarkus.http.host", "127.0.0.1"))
                .withSources(new io.smallrye.config.PropertiesConfigSource(said, "said", 300))
                .withSources(new DemoSettings())
                .build();
        assertEquals(
                isDemo, config.getOptionalValue("ronda.demo", Boolean.class).orElseThrow());
        assertEquals(host, config.getRawValue("quarkus.http.host"));
    }
}
