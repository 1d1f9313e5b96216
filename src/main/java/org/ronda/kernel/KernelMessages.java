package org.ronda.kernel;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of forms. */
@MessageBundle("kernel")
public interface KernelMessages {
    @Message
    String required();

    @Message
    String tooLong(int length, int max);

    @Message
    String tooShort(int min);

    @Message
    String wrong();

    @Message
    String formStale();

    @Message
    String changedMeanwhile();

    @Message
    String somethingIsWrong();

    @Message
    String optional();
}
