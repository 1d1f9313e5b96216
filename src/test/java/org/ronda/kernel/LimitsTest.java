package org.ronda.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final Limits limits = new Limits();

    LimitsTest() {
        limits.isEnabled = true;
    }

    @Test
    void eachKeyHasItsOwnLimit() {
        assertTrue(limits.allows("a", 2, Duration.ofHours(1)));
        assertTrue(limits.allows("a", 2, Duration.ofHours(1)));
        assertFalse(limits.allows("a", 2, Duration.ofHours(1)));
        assertTrue(limits.allows("b", 2, Duration.ofHours(1)));
    }

    @Test
    void theAddressesOfOneLineCountTogether() {
        assertEquals(Limits.network("2001:db8:1:2::1"), Limits.network("2001:db8:1:2:ffff::9"));
        assertNotEquals(Limits.network("2001:db8:1:2::1"), Limits.network("2001:db8:1:3::1"));
        assertEquals("192.0.2.7", Limits.network("192.0.2.7"));
    }
}
