package org.ronda.kernel;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateGlobal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the layout takes: the answer to "where am I, who am I, in which language" of the page being made. Templates read
 * it as {@code {page}}; resources set its title and crumbs; the filters of the rooms {@code web} and {@code identity}
 * fill the rest before the resource runs.
 */
@RequestScoped
@Unremovable
public class Page {
    /** One step of the breadcrumbs; the last one has no address. */
    public record Crumb(String name, String address) {}

    /** What a preview card shows when the page is shared (Open Graph). */
    public record Card(String description) {}

    private Language language = Language.ES;
    private String theme = "";
    private String path = "/";
    private String query = "";
    private String origin = "";
    private String title = "";
    private String section = "";
    private String name;
    private boolean isDemo;
    private boolean hasDesk;
    private String feed;
    private Card card;
    private final List<Crumb> crumbs = new ArrayList<>();

    @TemplateGlobal(name = "page")
    static Page current() {
        return Arc.container().instance(Page.class).get();
    }

    /** Every template of a request speaks the language of its page. */
    static void speak(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(instance -> {
            if (Arc.container().requestContext().isActive()) {
                instance.setLocale(current().language().tag());
            }
        });
    }

    /** Filled by the request filter of room {@code web}. */
    public void requested(String origin, String path, String query, Language language, String theme, boolean isDemo) {
        this.origin = origin;
        this.path = path;
        this.query = query;
        this.language = language;
        this.theme = theme;
        this.isDemo = isDemo;
    }

    /** Filled by room {@code identity} when somebody is signed in. */
    public void signedInAs(String publicName, boolean isStaff) {
        this.name = publicName;
        this.hasDesk = isStaff;
    }

    public Page titled(String title) {
        this.title = title;
        return this;
    }

    /** The part of the navigation that is marked as current: home, processes, desk. */
    public Page in(String section) {
        this.section = section;
        return this;
    }

    public Page crumb(String name, String address) {
        crumbs.add(new Crumb(name, address));
        return this;
    }

    public Page crumb(String name) {
        return crumb(name, null);
    }

    /** @param description may be Markdown; its beginning is shown in plain words */
    public Page shared(String description) {
        this.card = new Card(Excerpt.ofMarkdown(description, 160));
        return this;
    }

    /** The address of an Atom feed beside this page. */
    public Page feed(String address) {
        this.feed = address;
        return this;
    }

    public Language language() {
        return language;
    }

    /** "light", "dark", or empty for the system's preference. */
    public String theme() {
        return theme;
    }

    public String path() {
        return path;
    }

    /** The query string without its question mark and without {@code lang}; may be empty. */
    public String query() {
        return query;
    }

    /** All languages of the interface. */
    public Language[] languages() {
        return Language.values();
    }

    /** This page in another language. */
    public String switchTo(Language other) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + other.tag();
    }

    /** This page in a theme: light, dark or auto. */
    public String themed(String chosen) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "theme=" + chosen;
    }

    /** The sign-in page that leads back here, filters and all. */
    public String signIn() {
        return "/sign-in?to=" + URLEncoder.encode(path + (query.isEmpty() ? "" : "?" + query), StandardCharsets.UTF_8);
    }

    /** Scheme and host that absolute addresses begin with, without a slash at the end. */
    public String origin() {
        return origin;
    }

    public String title() {
        return title;
    }

    public String section() {
        return section;
    }

    /** The public name of who is signed in, or null. */
    public String name() {
        return name;
    }

    public boolean isSignedIn() {
        return name != null;
    }

    public boolean isDemo() {
        return isDemo;
    }

    public boolean hasDesk() {
        return hasDesk;
    }

    public String feedAddress() {
        return feed;
    }

    public Card card() {
        return card;
    }

    public List<Crumb> crumbs() {
        return crumbs;
    }

    /** What the window is called: the title, then what it belongs to, as many pages have the same title. */
    public String trail() {
        Deque<String> names = new ArrayDeque<>();
        crumbs.stream()
                .filter(crumb -> crumb.address() != null)
                .map(Crumb::name)
                .forEach(names::addFirst);
        names.addFirst(title);
        return names.stream().filter(one -> !one.isEmpty()).collect(Collectors.joining(" · "));
    }
}
