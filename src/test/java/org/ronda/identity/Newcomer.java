package org.ronda.identity;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.ronda.Signed;
import org.ronda.kernel.Language;

/** Somebody with a new account and a session, who has accepted nothing yet. */
public final class Newcomer {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Participant participant;
    private String cookie;

    private Newcomer(Participant participant) {
        this.participant = participant;
        signIn();
    }

    public static Newcomer arrives() {
        // letters only, as the session's shape asks
        String letters = "nueva"
                + Integer.toString(100_000 + NUMBER.incrementAndGet(), 10)
                        .chars()
                        .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'a')))
                        .reduce("", String::concat);
        Participant participant = new Participant(letters, "Nombre Singular " + letters, Language.ES, Instant.now());
        QuarkusTransaction.requiringNew().run(participant::persist);
        return new Newcomer(participant);
    }

    /** Somebody new who has accepted the rules and the privacy notice. */
    public static Newcomer admitted() {
        Newcomer newcomer = arrives();
        Arc.container().instance(Consents.class).get().giveAll(newcomer.id(), Instant.now());
        return newcomer;
    }

    public void signIn() {
        cookie = SessionCookie.of(QuarkusTransaction.requiringNew().call(() -> Participant.findById(id())));
    }

    public long id() {
        return participant.id();
    }

    public String name() {
        return participant.name();
    }

    public String code() {
        return participant.code();
    }

    /** The row as it is now. */
    public Participant row() {
        return QuarkusTransaction.requiringNew().call(() -> Participant.findById(id()));
    }

    /** The value of the session's cookie, for requests that are made otherwise. */
    public String session() {
        return cookie;
    }

    public RequestSpecification request() {
        return Signed.browser().cookie(Viewer.SESSION_COOKIE, cookie);
    }

    public Document get(String path) {
        return Jsoup.parse(request().get(path).then().statusCode(200).extract().asString());
    }
}
