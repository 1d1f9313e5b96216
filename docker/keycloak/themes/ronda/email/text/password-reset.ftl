<#ftl output_format="plainText">
<#import "template.ftl" as ronda>
<@ronda.letter msg("resetWhy", realmName) msg("resetAct") msg("resetOtherwise")/>
