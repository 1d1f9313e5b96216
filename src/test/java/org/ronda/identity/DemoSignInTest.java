package org.ronda.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.vertx.http.security.HttpSecurity;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSignInTest {
    @TempDir
    Path dataDir;

    @Test
    void outsideDemoModeThereIsNoFormAndNoBasic() {
        List<String> opened = new ArrayList<>();
        DemoSignIn signIn = new DemoSignIn();
        signIn.isDemo = false;
        signIn.open(HttpSecurity.class.cast(Proxy.newProxyInstance(
                HttpSecurity.class.getClassLoader(), new Class<?>[] {HttpSecurity.class}, (self, method, arguments) -> {
                    opened.add(method.getName());
                    return self;
                })));
        assertEquals(List.of(), opened);
    }

    @Test
    void theKeyBesideAnH2FileIsMadeOnceAndKept() throws Exception {
        String first = key("jdbc:h2:file:./data/ronda", Optional.empty()).get();
        assertEquals(64, first.length());
        assertEquals(first, key("jdbc:h2:file:./data/ronda", Optional.empty()).get());
        assertEquals(first, Files.readString(dataDir.resolve("session.key")));
    }

    @Test
    void nodesOfOneDatabaseShareTheKey() {
        SessionKey one = key("jdbc:postgresql://a/ronda", Optional.empty());
        SessionKey other = key("jdbc:postgresql://b/ronda", Optional.empty());
        assertEquals(one.get(), other.get());
    }

    @Test
    void aConfiguredKeyIsTaken() {
        assertEquals(
                "said", key("jdbc:h2:file:./data/ronda", Optional.of("said")).get());
    }

    private SessionKey key(String database, Optional<String> configured) {
        SessionKey key = new SessionKey();
        key.database = database;
        key.configured = configured;
        key.password = Optional.of("secret");
        key.dataDir = dataDir;
        return key;
    }
}
