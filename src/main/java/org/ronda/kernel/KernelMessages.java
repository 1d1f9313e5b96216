package org.ronda.kernel;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of forms, dates and files: what is wrong with a field, and what became of a form or a request that was sent. */
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

    @Message
    String json_broken();

    @Message
    String not_valid();

    @Message
    String key_reused();

    @Message
    String not_found();

    @Message
    String method_not_allowed();

    @Message
    String not_json();

    @Message
    String if_match_missing();

    @Message
    String bad_request();

    @Message
    String failed();

    @Message
    String in_a_moment();

    @Message
    String just_now();

    @Message
    String in_minutes(long n);

    @Message
    String minutes_ago(long n);

    @Message
    String in_hours(long n);

    @Message
    String hours_ago(long n);

    @Message
    String in_days(long n);

    @Message
    String days_ago(long n);

    @Message
    String file_empty();

    @Message
    String file_too_large();

    @Message
    String file_kind();

    @Message
    String file_image_broken();

    @Message
    String file_image_pixels();

    @Message
    String file_pdf_locked();

    @Message
    String file_pdf_active();
}
