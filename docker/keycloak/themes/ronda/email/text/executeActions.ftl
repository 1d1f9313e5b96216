<#ftl output_format="plainText">
<#import "template.ftl" as ronda>
<#-- whose address is still to be verified was invited; others are asked for something by the console of Keycloak -->
<#if (requiredActions![])?seq_contains("VERIFY_EMAIL")>
<@ronda.letter msg("invitedWhy", realmName) msg("invitedAct") msg("invitedOtherwise")/>
<#else>
<#assign steps><#list requiredActions![] as step>${msg("requiredAction." + step)}<#sep>, </#sep></#list></#assign>
<@ronda.letter msg("stepsWhy", realmName, steps) msg("stepsAct") msg("stepsOtherwise")/>
</#if>
