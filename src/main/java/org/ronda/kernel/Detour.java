package org.ronda.kernel;

/**
 * A refusal that is put right on another page: a form is kept, its sender led there, and back to it afterwards. The API
 * names the page.
 */
public class Detour extends Refused {
    private final String type;
    private final String page;

    /**
     * @param type what is missing, in one word, by which a program tells one detour from another
     * @param page a path of ours, with its query if it has one
     */
    public Detour(String type, String page, Wording wording) {
        super(Status.FORBIDDEN, null, wording);
        this.type = type;
        this.page = page;
    }

    /** The type of the API's problem. */
    String type() {
        return "urn:ronda:problem:" + type;
    }

    public String page() {
        return page;
    }
}
