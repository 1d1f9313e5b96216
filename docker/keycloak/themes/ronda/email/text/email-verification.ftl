<#ftl output_format="plainText">
<#import "template.ftl" as ronda>
<@ronda.letter msg("verifyWhy", realmName) msg("verifyAct") msg("verifyOtherwise")/>
