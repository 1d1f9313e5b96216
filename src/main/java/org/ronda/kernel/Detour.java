package org.ronda.kernel;

/**
 * A refusal that is put right on another page: a form is kept, its sender led there, and back to it afterwards. The API
 * names the page.
 */
public class Detour extends Refused {
    private final String page;

    /** @param page a path of ours with its query */
    public Detour(String page, Wording wording) {
        super(Status.FORBIDDEN, null, wording);
        this.page = page;
    }

    public String page() {
        return page;
    }
}
