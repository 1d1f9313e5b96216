package org.ronda.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of signing in and of being refused. */
@MessageBundle("identity")
public interface IdentityMessages {
    @Message
    String blocked(String reason, String until);

    @Message
    String signIn();

    @Message
    String signOutEverywhere();

    @Message
    String formKept();

    @Message
    String wrongPassword();

    @Message
    String refused();

    @Message
    String accountLead();

    @Message
    String createAccount();

    @Message
    String accountAsks();

    @Message
    String chooseRole();

    @Message
    String chooseRoleHint();

    @Message
    String roleResident();

    @Message
    String roleSecondResident();

    @Message
    String roleOrganisation();

    @Message
    String roleModerator();

    @Message
    String roleMonitoring();

    @Message
    String roleAdministrator();

    @Message
    String withPassword();

    @Message
    String username();

    @Message
    String password();
}
