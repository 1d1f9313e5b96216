package org.ronda.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the layout, the home page and the error pages. */
@MessageBundle("web")
public interface WebMessages {
    @Message
    String home_lead();

    @Message
    String hello(String name);
}
