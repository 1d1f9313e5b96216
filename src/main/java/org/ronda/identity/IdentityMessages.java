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
    String accountSecondFactor();

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
    String roleResponder();

    @Message
    String roleAdministrator();

    @Message
    String withPassword();

    @Message
    String username();

    @Message
    String password();

    @Message
    String providerAway();

    @Message
    String tryAgain();

    @Message
    String providerAwayForNow();

    @Message
    String accountGone();

    @Message
    String notOneself();

    @Message
    String people();

    @Message
    String lookUp();

    @Message
    String lookUpHint();

    @Message
    String nobodyFound();

    @Message
    String disabled();

    @Message
    String invite();

    @Message
    String invited();

    @Message
    String inviteNext();

    @Message
    String asksSecondFactor();

    @Message
    String email();

    @Message
    String publicName();

    @Message
    String role();

    @Message
    String noRole();

    @Message
    String roleCreator();

    @Message
    String rolePlatform();

    @Message
    String demoAccounts();

    @Message
    String code();

    @Message
    String rolesHeading();

    @Message
    String giveRole();

    @Message
    String takeRole();

    @Message
    String account();

    @Message
    String disable();

    @Message
    String disableHint();

    @Message
    String enable();

    @Message
    String erasedAuthor();

    @Message
    String nobodyNamed();

    @Message
    String severalNamed();

    @Message
    String notADay();

    @Message
    String endsBeforeItBegins();
}
