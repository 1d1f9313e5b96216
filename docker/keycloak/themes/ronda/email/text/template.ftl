<#ftl output_format="plainText">
<#macro letter why act otherwise>
${why}

${act}
${link}

${msg("linkGoodFor", linkExpirationFormatter(linkExpiration))} ${otherwise}

-- 
${realmName}
</#macro>
