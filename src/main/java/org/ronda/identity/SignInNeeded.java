package org.ronda.identity;

/**
 * The request needs somebody who is signed in. A page sends to the sign-in page and back, with the form that was sent
 * kept; the API answers 401.
 */
public class SignInNeeded extends RuntimeException {
    public SignInNeeded() {
        super("sign-in needed", null, false, false);
    }
}
