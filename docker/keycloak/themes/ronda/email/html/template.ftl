<#-- Calm paper and one river green, as the pages: tokens are those of ../../login/resources/css/ronda.css. Nothing is fetched. -->
<#macro emailLayout>
<!doctype html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<style>
body { margin: 0; background: #faf8f3; color: #1b2127; font: 16px/1.5 Figtree, system-ui, sans-serif; }
.sheet { max-width: 34em; margin: 0 auto; padding: 1.5em 1em; }
.card { background: #fff; border: 1px solid #e0dacd; border-top: 4px solid #0b5b61; border-radius: .75em; padding: .5em 1.5em; }
.mark { font-size: 1.4em; font-weight: 700; letter-spacing: -.02em; margin: 0 0 .6em; }
a { color: #0b5b61; }
.button { display: inline-block; background: #0b5b61; color: #fff; border-radius: 99em; padding: .7em 1.5em; font-weight: 650; text-decoration: none; }
@media (prefers-color-scheme: dark) {
  body { background: #12171b; color: #e9ecee; }
  .card { background: #1a2126; border-color: #6cc9c4 #2c353c #2c353c; }
  a { color: #6cc9c4; }
  .button { background: #6cc9c4; color: #06282b; }
}
</style>
</head>
<body>
<div class="sheet">
<p class="mark">${realmName}</p>
<div class="card">
<#nested>
</div>
</div>
</body>
</html>
</#macro>

<#macro letter why act otherwise>
<@emailLayout>
<p>${why}</p>
<p><a class="button" href="${link}">${act}</a></p>
<p>${msg("linkGoodFor", linkExpirationFormatter(linkExpiration))} ${otherwise}</p>
</@emailLayout>
</#macro>
