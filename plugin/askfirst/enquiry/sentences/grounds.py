"""Why the writer asks: how a measure is told, and what is added to it. Acts and dates come from the report."""

from __future__ import annotations

from askfirst.enquiry.values import Sentence
from askfirst_checks.words import Text

_OWN = "the letter's own words"
_IRAN = "https://eur-lex.europa.eu/eli/reg/2012/267"
_RUSSIA = "https://eur-lex.europa.eu/eli/reg/2014/833"
_DPRK = "https://eur-lex.europa.eu/eli/reg/2017/1509"

RUN = (
    Sentence("since", Text("{act} (since {since})", "{act} (seit {since})"), _OWN, "wording"),
    Sentence("listed-since", Text("{act} (listed since {since})", "{act} (gelistet seit {since})"), _OWN, "wording"),
    Sentence("read-so", Text("As I read it in: {source}.", "So gelesen bei: {source}."), _OWN, "wording"),
)
"""Around the act and the sentence of a measure, which carries its own source and confidence"""

REMARKS = (
    Sentence(
        "kp-germany",
        Text(
            "I have not found a German provision that makes this binding on us directly. Whether those named above "
            "are among the persons meant is not mine to say.",
            "Eine deutsche Vorschrift, die das für uns unmittelbar verbindlich macht, habe ich nicht gefunden. Ob "
            "die oben Genannten zu den gemeinten Personen gehören, kann ich nicht beurteilen.",
        ),
        "Regulation (EU) 2017/1509, Articles 1 to 57, AWV and AWG read without finding one (law-2 0, 1)",
        "inference",
        "measure:un-2321-11 in:de",
        "https://www.gesetze-im-internet.de/awv_2013/",
    ),
    Sentence(
        "kp-annex-ii",
        Text(
            "Annex II of Regulation (EU) 2017/1509 begins well below the thresholds of the dual-use list; in optics "
            "it names lasers, laser mirrors, gratings and Pockels cells.",
            "Anhang II der Verordnung (EU) 2017/1509 setzt weit unter den Schwellen der Dual-Use-Liste an; in der "
            "Optik nennt er Laser, Laserspiegel, Gitter und Pockelszellen.",
        ),
        "Regulation (EU) 2017/1509, Annex II Part II, text of 2 August 2022 (law-2 8)",
        "text-read",
        "measure:eu-2017-1509-items",
        _DPRK,
    ),
    Sentence(
        "kp-technology-note",
        Text(
            "Its General Technology Note speaks of technology; whether technical assistance is left out in the same "
            "way, I have not found.",
            "Die Allgemeine Technologie-Anmerkung darin spricht von Technologie; ob technische Hilfe ebenso "
            "ausgenommen ist, habe ich nicht gefunden.",
        ),
        "Regulation (EU) 2017/1509, Annex II Part II, General Technology Note; Article 7 (law-2 0)",
        "inference",
        "measure:eu-2017-1509-items",
        _DPRK,
    ),
    Sentence(
        "kp-derogations",
        Text("Derogations are in Article 8.", "Ausnahmen regelt Artikel 8."),
        "Regulation (EU) 2017/1509, Article 8, text of 2 August 2022 (law A2)",
        "text-read",
        "measure:eu-2017-1509-items",
        _DPRK,
    ),
    Sentence(
        "kp-services",
        Text(
            "Computer and related services, such as data processing and databases, are dealt with in Article 18(1)(b).",
            "Um Computer- und verwandte Dienstleistungen, etwa Datenverarbeitung und Datenbanken, geht es in Artikel "
            "18 Absatz 1 Buchstabe b.",
        ),
        "Regulation (EU) 2017/1509, Article 18(1)(b), Annex XII B, text of 2 August 2022 (law-2 8)",
        "text-read",
        "measure:eu-2017-1509-items",
        _DPRK,
    ),
    Sentence(
        "freeze-who",
        Text(
            "As I read it, questions about money go to the Deutsche Bundesbank (Servicezentrum Finanzsanktionen), "
            "those about goods, technology and technical assistance to BAFA.",
            "Nach meinem Verständnis beantwortet Fragen zu Geldern die Deutsche Bundesbank (Servicezentrum "
            "Finanzsanktionen), solche zu Gütern, Technologie und technischer Hilfe das BAFA.",
        ),
        "BAFA, overview of embargoes (law C4)",
        "official-excerpt",
        "frozen in:de",
        "https://www.bafa.de",
    ),
    Sentence(
        "ir-freeze",
        Text(
            "Economic resources in the sense of Article 23(3) may be intangible, as I read it in the text of 2016; a "
            "newer wording I have not compared.",
            "Wirtschaftliche Ressourcen im Sinne von Artikel 23 Absatz 3 können auch immateriell sein, so gelesen in "
            "der Fassung von 2016; mit einer neueren habe ich das nicht verglichen.",
        ),
        "Regulation (EU) No 267/2012, Articles 1 and 23(3), text of 2016 (law-2 7)",
        "secondary",
        "measure:eu-267-2012-annex",
        _IRAN,
    ),
    Sentence(
        "ir-assistance",
        Text(
            "Nearest to writing together is, as I read it, Article 5(1)(b) of Regulation (EU) No 267/2012, on "
            "technical assistance.",
            "Dem gemeinsamen Schreiben am nächsten kommt nach meinem Verständnis Artikel 5 Absatz 1 Buchstabe b der "
            "Verordnung (EU) Nr. 267/2012 über technische Hilfe.",
        ),
        "Regulation (EU) No 267/2012, Article 5(1)(b) (law-3 A2, no. 3)",
        "inference",
        "measure:eu-267-2012",
        _IRAN,
    ),
    Sentence(
        "ru-authorship",
        Text(
            "A legal text of the EU or of Germany that names joint authorship with institutions in Russia I have not "
            "found.",
            "Einen Rechtstext der EU oder Deutschlands, der gemeinsame Autorschaft mit Einrichtungen in Russland "
            "nennt, habe ich nicht gefunden.",
        ),
        "Regulation (EU) No 833/2014 and recommendations of 2022 (law-2 6)",
        "inference",
        "country:RU to:office",
        _RUSSIA,
    ),
    Sentence(
        "ru-services",
        Text(
            "Computing time: Article 5n of Regulation (EU) No 833/2014, as I read the recitals of Regulation (EU) "
            "2025/2033, has covered certain services since 24 October 2025, high-performance computing among them; "
            "whether a State university is meant, I have not found.",
            "Rechenzeit: Artikel 5n der Verordnung (EU) Nr. 833/2014 erfasst nach meinem Verständnis der "
            "Erwägungsgründe der Verordnung (EU) 2025/2033 seit dem 24.10.2025 bestimmte Dienstleistungen, darunter "
            "Hochleistungsrechnen; ob eine staatliche Universität gemeint ist, habe ich nicht gefunden.",
        ),
        "Regulation (EU) 2025/2033, recitals 22 and 24 (law-3 A4)",
        "inference",
        "country:RU",
        "https://eur-lex.europa.eu/eli/reg/2025/2033",
    ),
    Sentence(
        "assessed",
        Text(
            "I mention lists of other states and of research institutes as a reason to look more closely, and as no "
            "finding about anybody.",
            "Listen anderer Staaten und von Forschungsinstituten nenne ich als Anlass, genauer hinzusehen, nicht als "
            "Aussage über jemanden.",
        ),
        "Government of Canada, ASPI, US DoD: lists for their own purposes (law D)",
        "text-read",
        "layer:assessment",
        "https://unitracker.aspi.org.au",
    ),
    Sentence(
        "article-4",
        Text(
            "What no control list names can still need a licence under Article 4 of Regulation (EU) 2021/821, by its "
            "end-use. China is, as I read the German list of January 2023, no arms-embargo country for Article "
            "4(1)(b); a newer list I have not found.",
            "Auch was keine Güterliste nennt, kann nach Artikel 4 der Verordnung (EU) 2021/821 wegen seiner "
            "Endverwendung genehmigungspflichtig sein. China ist, so gelesen in der deutschen Länderliste vom Januar "
            "2023, kein Waffenembargoland nach Artikel 4 Absatz 1 Buchstabe b; eine neuere Liste habe ich nicht "
            "gefunden.",
        ),
        "Runderlass Außenwirtschaft Nr. 2/2023 (a republication); customs page on China (law-2 3)",
        "inference",
        "country:CN in:de",
        "https://www.zoll.de",
    ),
)
LISTS = (
    Sentence(
        "not-found-on",
        Text(
            "I have not found the institution on these lists: {lists}. That leaves the points above open.",
            "Auf diesen Listen habe ich die Einrichtung nicht gefunden: {lists}. Die Punkte oben bleiben davon "
            "unberührt.",
        ),
        "the lists themselves, each with its date",
        "secondary",
    ),
    Sentence(
        "as-listed",
        Text("As listed: {names}.", "In der Liste: {names}."),
        "the lists themselves, each with its date",
        "text-read",
    ),
    Sentence(
        "no-persons",
        Text(
            "Persons were not checked against any list; could you do that?",
            "Personen wurden mit keiner Liste abgeglichen; können Sie das übernehmen?",
        ),
        _OWN,
        "wording",
        "to:office",
    ),
)
