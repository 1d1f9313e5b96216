package org.ronda.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.kernel.Now;
import org.ronda.kernel.OwnCookie;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;

/** The random order is another for each visitor who asks for one, and stays as it is for them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RandomOrderTest {
    private static final String LIST = "/processes/tu-distrito/proposals";

    @Inject
    Processes processes;

    @Inject
    ProposalList list;

    @Inject
    Now now;

    private static List<String> codes(Response page) {
        return Jsoup.parse(page.asString()).select("article.card .code").eachText();
    }

    private static List<String> all(Supplier<RequestSpecification> visitor, String from) {
        List<String> all = new ArrayList<>();
        String next = from;
        while (next != null) {
            Document page = Jsoup.parse(
                    visitor.get().urlEncodingEnabled(false).get(next).asString());
            all.addAll(page.select("article.card .code").eachText());
            var link = page.select("main a.button[href*=cursor]").last();
            next = link == null || link.attr("href").indexOf("cursor=") < 0 ? null : LIST + link.attr("href");
        }
        return all;
    }

    @Test
    void nobodyIsGivenACookieBeforeTheyAskForAnOrderOfTheirOwn() {
        Response plain = Signed.browser().get(LIST);
        assertNull(plain.cookie("seed"));
        assertEquals("no-cache", plain.header("Cache-Control"));
        assertNull(Signed.browser().get(LIST + "?order=newest").cookie("seed"));
        Response asked = Signed.browser().get(LIST + "?order=random");
        assertTrue(asked.cookie("seed").matches("\\d{1,15}"), asked.cookie("seed"));
        assertNull(Signed.browser()
                .cookie("seed", asked.cookie("seed"))
                .get(LIST + "?order=random")
                .cookie("seed"));
    }

    @Test
    void anOrderOfOnesOwnStaysAndGoesThroughAllOnce() {
        List<String> first = all(() -> Signed.browser().cookie("seed", "123456789012"), LIST);
        assertEquals(first, all(() -> Signed.browser().cookie("seed", "123456789012"), LIST));
        assertEquals(first.size(), new HashSet<>(first).size());
        assertTrue(first.size() >= 60, first.size() + " proposals");
        assertNotEquals(first, all(() -> Signed.browser().cookie("seed", "987654321099"), LIST));
    }

    @Test
    void whoIsSignedInHasAnOrderOfTheirOwnWithoutACookie() {
        Signed one = Signed.in("vecina");
        Signed other = Signed.in("vecino");
        Response shown = one.request().get(LIST + "?order=random");
        assertNull(shown.cookie("seed"));
        assertEquals(codes(shown), codes(one.request().get(LIST)));
        assertNotEquals(codes(shown), codes(other.request().get(LIST)));
    }

    private Stage stage() {
        return processes
                .timeline(Process.<Process>find("slug", "tu-distrito").firstResult())
                .stages()
                .get(0);
    }

    @Test
    void aListThatIsReadPastMidnightGoesOnInTheOrderThatItBeganWith() {
        Stage stage = stage();
        ProposalList.Slice first = list.page(stage, query(null), 77_001, 20);
        ProposalList.Slice same = list.page(stage, query(first.next().toString()), 77_001, 20);
        ProposalList.Slice nextDay = list.page(stage, query(first.next().toString()), 99_004, 20);
        assertEquals(same.cards(), nextDay.cards());
    }

    @Test
    void theDaysOrderIsTheSameForAllAndAnotherTheNextDay() {
        List<String> today = codes(Signed.browser().get(LIST));
        assertEquals(today, codes(Signed.browser().get(LIST)));
        Stage stage = stage();
        assertNotEquals(
                list.page(stage, query(null), now.instant().getEpochSecond() / 86_400 * 2_654_435_761L, 20)
                        .cards(),
                list.page(
                                stage,
                                query(null),
                                now.instant().plus(Duration.ofDays(1)).getEpochSecond() / 86_400 * 2_654_435_761L,
                                20)
                        .cards());
    }

    @Test
    void ourOwnCookiesAreBoundToTheHostOverTls() {
        assertEquals("__Host-seed", OwnCookie.of("seed", "https").name());
        assertTrue(OwnCookie.of("seed", "https").with("1", 60).isSecure());
        assertEquals("seed", OwnCookie.of("seed", "http").name());
    }

    private static ProposalQuery query(String cursor) {
        return new ProposalQuery(null, "random", null, null, null, null, null, cursor);
    }
}
