package org.ronda.kernel;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of forms: what is wrong with a field, and what became of a form that was sent. */
@MessageBundle("kernel")
public interface KernelMessages {
    @Message
    String required();

    @Message
    String too_long(String max);

    @Message
    String too_short(String min);

    @Message
    String too_few(String min);

    @Message
    String too_many(String max);

    @Message
    String not_whole_number();

    @Message
    String at_least(String min);

    @Message
    String at_most(String max);

    @Message
    String between(String min, String max);

    @Message
    String not_web_address();

    @Message
    String not_mail_address();

    @Message
    String not_moment();

    @Message
    String not_one_of();

    @Message
    String not_accepted();

    @Message
    String wrong();

    @Message
    String summary_title();

    @Message
    String sent_before();

    @Message
    String stale();

    @Message
    String somebody_was_faster();

    @Message
    String busy();

    @Message
    String optional();

    @Message
    String count_left();

    @Message
    String count_over();

    @Message
    String kept();

    @Message
    String kept_too_long();

    @Message
    String too_often();
}
