<#ftl output_format="plainText">
<#import "template.ftl" as ronda>
<@ronda.letter msg("updateWhy", realmName, newEmail) msg("updateAct") msg("updateOtherwise")/>
