"""Names of countries as affiliations end with them; names that people bear too are left out."""

from __future__ import annotations

_NAMES = """
democratic people's republic of korea, dpr of korea, d.p.r. korea, d.p.r.k, the russian federation,
syrian arab republic, republic of belarus,
afghanistan, albania, algeria, angola, argentina, armenia, australia, austria, azerbaijan, bahrain,
bangladesh, belarus, belgium, benin, bolivia, bosnia and herzegovina, botswana, brazil, brasil, brunei,
bulgaria, burkina faso, burundi, cambodia, cameroon, canada, chile, china, p.r. china, pr china, p. r. china,
people's republic of china, colombia, costa rica, croatia, cuba, cyprus, czech republic, czechia, denmark,
dprk, ecuador, egypt, el salvador, england, eritrea, estonia, eswatini, ethiopia, finland, france, gabon,
gambia, germany, ghana, greece, guatemala, honduras, hong kong, hungary, iceland, india, indonesia, iran,
islamic republic of iran, i.r. iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, kazakhstan,
kenya, korea, north korea, south korea, republic of korea, dpr korea, kosovo, kuwait, kyrgyzstan, laos,
latvia, lebanon, lesotho, liberia, libya, lithuania, luxembourg, macao, macau, madagascar, malawi, malaysia,
maldives, mali, malta, mauritania, mauritius, mexico, moldova, monaco, mongolia, montenegro, morocco,
mozambique, myanmar, namibia, nepal, the netherlands, netherlands, new zealand, nicaragua, niger, nigeria,
north macedonia, northern ireland, norway, oman, pakistan, palestine, panama, paraguay, peru, philippines,
poland, portugal, qatar, romania, russia, russian federation, rwanda, saudi arabia, scotland, senegal, serbia,
sierra leone, singapore, slovakia, slovenia, somalia, south africa, south sudan, spain, sri lanka, sudan,
sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand, togo, tunisia, turkey, türkiye,
turkmenistan, uganda, ukraine, united arab emirates, uae, united kingdom, uk, u.k., great britain, united
states, united states of america, usa, u.s.a., uruguay, uzbekistan, venezuela, vietnam, viet nam, wales,
yemen, zambia, zimbabwe, deutschland, österreich, schweiz, frankreich, italien, spanien, polen, russland,
niederlande, belgien, tschechien, ungarn, griechenland, türkei, россия, беларусь, dänemark, schweden, norwegen,
finnland, großbritannien, vereinigtes königreich, vereinigte staaten, rumänien, bulgarien, kroatien, slowenien,
slowakei, irland, belarus, weißrussland, nordkorea, südkorea, syrien, brasilien, kanada, australien, indien, ägypten,
allemagne, autriche, suisse, italie, espagne, pologne, russie, biélorussie, belgique, pays-bas, royaume-uni,
états-unis, chine, japon, inde, brésil, corée du nord, corée du sud, syrie, algérie, maroc, tunisie, égypte, grèce,
suède, norvège, alemania, francia, suiza, italia, españa, polonia, rusia, bielorrusia, bélgica, países bajos, reino
unido, estados unidos, méxico, perú, panamá, república dominicana, dominican republic, república checa, república
argentina, corea del norte, corea del sur, siria, irán, japón, alemanha, frança, suíça, itália, espanha, polônia,
rússia, coreia do norte, germania, svizzera, spagna, bielorussia, regno unito, stati uniti, corea del nord, российская
федерация, республика беларусь, украина, казахстан, германия, франция, китай, иран, сирия, кндр
"""
COUNTRIES = frozenset(" ".join(name.split()) for name in _NAMES.split(","))
