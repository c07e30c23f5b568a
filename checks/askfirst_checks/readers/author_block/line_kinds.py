"""What a printed line looks like: an institution, a person's name, a remark. Hints for tying lines to people."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, wraps

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block.country_names import COUNTRIES

_INSTITUTION = pattern(
    r"univ|institu|instytut|d[eé]part|dipart|(?<!col)laborat|\blabs?\b|\bschool|facult|fakult|cent(?:er|re|ro|rum)\b|zentrum|colle(?:ge|gio)|"
    r"akadem|academ|hospital|klinik|clinic|\binc\b|\bcorp\b|\bgmbh\b|\bltd\b|\bllc\b|\bs\.?a\.?r?\.?l\b|\bresearch\b|"
    r"observator|hochschule|politec|polytech|\btech\b|technolog|ministr|agency|\bcouncil\b|foundation|society|museum|"
    r"\bcern\b|\bcnrs\b|\binfn\b|\bdesy\b|\bnasa\b|\binria\b|[eé]cole|escuela|escola|facultad|\bchair\b|lehrstuhl|"
    r"\bdivision\b|\bgroup\b|\bcompany\b|\bnational\b|\bbox\b|street|stra(?:ße|sse)\b|stra(?:ße|sse),|\bavenue\b|\broad\b|"
    r"\bgoogle\b|microsoft|\bnvidia\b|\bibm\b|huawei|amazon|facebook|\bmeta\b|deepmind|alibaba|tencent|samsung|siemens|"
    r"bureau|stiftung|gesellschaft|helmholtz|fraunhofer|max[- ]planck|consortium|independent|\bwerk|\bplc\b|\bbank\b|"
    r"институт|универс|академ|лаборатор|факульт|центр|кафедр|大学|学院|研究|中心|公司|實驗|实验|대학|연구|학교|"
    r"دانشگاه|دانشکده|پژوهش|موسسه|مؤسسه|جامعة|معهد|كلية|大學|研究所|gakko|daigaku|sveu|uczel|wydzia|fakul|katedr|ústav|instit|yliopisto|"
    r"\b[copz]?jsc\b|\b(?:oao|zao|ooo|pao)\b|\b(?:оао|зао|ооо|пао)\b|"
    r"\b(?:фг[ба]оу|г[ба]оу|мбоу|чоу|ано|фгб(?:у|ун|ну)|фиц|фнц|ц?нии|[кс]нц|ран)\b|"
    r"uniw|üniv|egyetem|ülikool|politech|háskól|đại học|унив|універ|інстит|πανεπιστ|ινστιτ",
    re.IGNORECASE,
)
_PLACE = pattern(
    r"\b(?:usa|u\.s\.a\.?|united states|uk|u\.k\.|united kingdom|germany|deutschland|france|italy|italia|spain|china|"
    r"japan|korea|india|iran|russia|canada|australia|switzerland|austria|netherlands|belgium|sweden|norway|denmark|"
    r"finland|poland|czech republic|brazil|mexico|israel|turkey|portugal|greece|ireland|hungary|romania|ukraine|"
    r"taiwan|singapore|hong kong|vietnam|thailand|malaysia|indonesia|egypt|south africa|argentina|chile|россия|"
    r"belarus|kazakhstan|pakistan|saudi arabia|syria|iraq|schweiz|österreich|pyongyang|"
    r"new zealand|luxembourg)\b|\d{4,6}|"
    r"中国|日本|北京|上海|한국|ایران|москва",
    re.IGNORECASE,
)
_REMARK = pattern(
    r"^\W*(?:\w+\s+)?(?:author\s+(?:to|for)\s+(?:whom|which)|correspond|korrespond|these authors|both authors|"
    r"all authors|"
    r"the authors|equal|contributed|co-?senior|co-?first|first author|senior author|lead (?:author|contact)|"
    r"shared first|joint first|deceased|verstorben|work (?:done|performed|was)|this work|part of this|supported|"
    r"to whom|contact\b|e-?mails?\b|mailto|tel\b\s*[.:]|phone|fax\b|orcid|authors? contributed|"
    r"authorship|alphabetical|the first (?:two|three)|joint(?:ly)? (?:first|senior|last|corr))|equal(?:ly)? contribut|"
    r"contributed equally|corresponding author|"
    r"alphabetical order|equal contribution|"
    r"^\W*(?:(?:an?|the|this|some|our|parts? of (?:the|this))\s+)?(?:(?:earlier|preliminary|conference|"
    r"short(?:er|ened)?|extended|previous|first|full|abridged|initial)\s+){1,2}(?:versions?|drafts?|results?)\b|"
    r"^\W*(?:the|this|our)\s+(?:paper|article|manuscript|research|study|project)\s+(?:was|is|has|were|extends)\b",
    re.IGNORECASE,
)
_PRESENT = pattern(
    r"present(?:ly)? (?:address|at)|current(?:ly)? (?:address|at|affiliation)|now at|also at|on leave|visiting|"
    r"new address|permanent address|jetzige adresse|jetzt|derzeit",
    re.IGNORECASE,
)
_PARTICLE = (
    r"(?:van|von|der|den|de|del|della|di|da|dos|das|do|la|le|les|el|al|bin|ibn|ben|ter|ten|zu|zur|zum|und|y|e|af|av|'t|d'|"
    r"vom|van't|op|st\.|du|lo|dal|dalla|i)"
)
IS_WITH = (
    r"(?:est[aá]n?\s+(?:con|en)|pertenecen?\s+a|trabajan?\s+(?:en|para)|(?:ist|sind|arbeitet|arbeiten)\s+(?:tätig\s+)?"
    r"(?:am|an|bei|beim|mit)(?:\s+(?:der|dem|die|den))?|(?:est|sont)\s+(?:avec|à|au|aux|chez)|(?:è|sono)\s+(?:con|presso)|"
    r"(?:é|são|está|estão)\s+(?:com|na|no|da|do))\b(?:\s+(?:el|la|los|las|le|il|lo)\b|\s*l['’])?\s*"
)
"""what stands between authors and their institution in a sentence of another language than English"""
POST = (
    r"(?:professor|researcher|scientist|fellow|lecturer|engineer|student|candidate|postdoc|instructor|reader|"
    r"associate|assistant|director|head|member|doktorand(?:in)?|mitarbeiter(?:in)?)"
)
"""what somebody is at an institution"""
_POST_ALONE = pattern(
    r"(?:(?:senior|junior|executive|managing|deputy|general|associate|assistant|adjunct|full|visiting|research|postdoctoral|"
    r"doctoral|ph\.?\s?d\.?|graduate|chief|principal|lead|staff)\s+){0,3}"
    r"(?:director(?:a|es)?|directeur|directrice|direktor(?:in)?|professor(?:in|a)?|profesor(?:a)?|professeure?|lecturer|researcher|"
    r"scientist|engineer|student|candidate|fellow|investigador(?:a)?|chercheure?|doktorand(?:in)?|postdoc|president|manager|"
    r"доцент|профессор|аспирант(?:ка)?|студент(?:ка)?|директор|научный\s+сотрудник)"
    r"(?:\s+(?:ejecutiv[oa]|general(?:e)?|titular|asociad[oa]|adjunto|associat[oa]|emerit(?:us|a)|exécutive?))?",
    re.IGNORECASE,
)
_POSTED = pattern(
    r"^(?:(?:an?|the)\s+)?(?:[\w.-]+\s+){0,3}?"
    + POST
    + r"s?(?:\s+(?:of|for)\s+[\w\s]{3,40})?,?\s+(?:at|with|in|am|an\s+der)\s+"
    r"(?:the\s+)?(?=(?-i:[^\W\d_a-z]))",
    re.IGNORECASE,
)
_JOINS = pattern(r"(?i)(?<!\w)(?:of|for|and|the|del?|della|dell'|di|du|des|der|für|und|et|von|im|per|para|pour)$|&$")
_JOINED = pattern(r"(?:of|for|and|del?|della|di|du|des|der|für|und|et|von|per|para|pour)\s\S|&\s?\S")
_BODY = pattern(r"univ|institut|academ|colle[gd]|laborat|cent(?:er|re)\b|school|depart|facult", re.IGNORECASE)
_HEAD_NOUN = pattern(
    r"(?:(?:Polytechnic(?:al)?|Technical|Technological|State|Medical|Normal|Agricultural|National|Federal|Pedagogical|"
    r"Azad|Islamic|Aerospace)\s+)?(?:University|Polytechnic|Institute\s+of\s+Technology|Universität|College|Academy)\s*(?:$|[,(])"
)
_SUBJECT = pattern(
    r"(?:(?:Information|Defen[cs]e|Applied|Nuclear|Medical|Natural|Aerospace)\s+)?(?:Technolog(?:y|ies)|Sciences?|"
    r"Engineering|Astronautics|Aeronautics|Physics|Chemistry|Medicine|Research|Studies|Management|Mathematics|Economics|"
    r"Informatics|Electronics|Telecommunications?|Energy)\s*(?:$|[,(])"
)
_OF_SUBJECT = pattern(r"(?i)\b(?:universit(?:y|é)|institute|academy|college|school)\s+(?:of|for)\s+[^,;]{2,60}$")
_WORD = pattern(r"[^\W\d_]")
_NO_NAME = pattern(r"[\d@:/\[\]{}|=<>#²³¹⁰-⁹₀-₉①-⑨]")
"""a figure of any kind, or a sign of an address"""
_TITLE = pattern(
    r"^(?:(?:prof(?:essor)?|dr|dipl|ing|mr|mrs|ms|sir|univ|rer|nat|habil|phil|med|priv|doz|ph\.?\s?d)\b\.?[\s,-]*)+(?=\S+\s)",
    re.IGNORECASE,
)
_DEGREE = pattern(
    r"^(?:ph\.?\s?d\.?|m\.?d\.?|m\.?sc\.?|b\.?sc\.?|m\.?s\.?|b\.?s\.?|d\.?phil\.?|dr\.?|prof\.?|mph|rn|frcp|"
    r"p\.e\.?|p\.?eng\.?|[a-z]\.(?:asce|wre|asme|aiaa|sc|phil|ed|eng|tech|litt)\.?|m\.?b\.?a\.?|mbbs|mbchb|frsc?|dvm|"
    r"pharmd|cfa|cpa|"
    r"c\.?eng\.?|dr\.?-?ing\.?|habil\.?|"
    r"(?:senior |student |life |graduate student |associate )?(?:member|fellow)"
    r"(?:,?\s*(?:of\s+)?(?:ieee|asme|aiaa|acm|asce|osa|spie|siam|aps))?|ieee|osa|spie|acm|"
    r"(?:senior|student|life) member.*)$",
    re.IGNORECASE,
)
SUFFIX = pattern(r"^(?:jr|sr|ii|iii|iv|filho|neto)\.?$", re.IGNORECASE)
_DATED = pattern(
    r"^\W*(?:(?:preliminary|first|second|final|working|current|this|last|latest|rough)\s+)*"
    r"(?:(?:draft|version|revis(?:ed|ion)|preprint|submitted|dated?|(?:last\s+)?(?:updated?|modified|compiled)|"
    r"entwurf|fassung|stand|vom|of|on|from|as|v?\d+\.\d+)\W+)*"
    r"(?:(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez)[a-zäé]*\.?\s+)?\d{1,2}(?:st|nd|rd|th|\.)?[\s,]+"
    r"(?:of\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez)[a-zäé]*\.?,?\s+)?|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez)[a-zäé]*\.?,?\s+)(?:19|20)\d\d\W*$",
    re.IGNORECASE,
)
_NOBODY = pattern(
    r"^\W*(?:anon(?:ymous|ymized|ymised|\.)?(?:\s+(?:authors?|submission|institution|acl|et al))*.*|"
    r"authors?(?:\s+names?)?\s+"
    r"(?:withheld|hidden|omitted|removed|anonymi).*|.*double[- ]blind.*|paper\s*(?:id|#|number).*|submission\s.*|"
    r"blind(?:ed)?(?:\s+review)?|omitted.*|removed for.*|"
    r"\[.*\].*|(?:first|second|third|given|last|family)[- ]?names?.*|"
    r"(?:first|second|third|corresponding|lead)\s+authors?|"
    r"your name.*|name\d*\s+surname\d*|authors?(?:'s)?(?:\s+(?:names?|one|two|three|[a-z\d]))?(?:\s+et\s+al\.?)?|"
    r"name|names?\s+surname|"
    r"(?:dept\.?|department)?\W*name of (?:organi[sz]ation|institution|university|department).*|"
    r"city,? (?:state, )?country|e-?mail address(?: or orcid)?|firstname.*|"
    r"n\.?n\.?|tbd|tba|todo|xxx+|et al\.?|others?|for the|on behalf of|on behalf of the)\W*$",
    re.IGNORECASE,
)
_TEAM = pattern(
    r"\b(?:collaborations?|consortium|team|working group|task force|study group|investigators|"
    r"project group|initiative|community|network|developers)\b|\bgroup$",
    re.IGNORECASE,
)
_LISTED = pattern(
    r"(?!(?i:.*\b(?:fellow|member|scholar|ieee|acm|grants?|funds?|award|contract|project|tel|phone|fax)\b))"
    r"\(?[A-Z][\w.'’&()-]*(?:[ /](?:[A-Z\d][\w.'’&()-]*|and|of|the|for|in|at|de|der|des|di|la|und|für))*"
    r"(?:, (?:[A-Z\d][\w.'’&-]*|and|of)(?: (?:[A-Z\d][\w.'’&()-]*|and|of|the|de|und))*){1,6}\.?",
)
_SUPERVISION = pattern(
    r"^\W*(?:(?:scientific|general|linguistic|academic|principal|main|thesis|research|project|technical|industrial|"
    r"first|second|primary|wissenschaftliche[rn]?)\s+)?(?:co-?)?"
    r"(?:betreu(?:er|erin|ung|t von)|(?:erst|zweit)?(?:gutachter|prüfer)(?:in)?|supervis(?:ors?|ed by)|"
    r"advis[eo]rs?|advised by|dozent(?:in)?|encadrant(?:e|s)?|directeur de thèse|"
    r"director(?:a)? de tesis|"
    r"relatore|promotor|научн\w+ руководител\w+|руководител\w+|"
    r"导师|指导教师|指導教員|استاد(?: راهنما| مشاور)?|المشرف|إشراف)(?!\w)",
    re.IGNORECASE,
)
_INITIALS = pattern(r"(?:[^\W\d_a-z](?:\.(?:\s*-)?|\b)\s*){1,4}")
_FAMILY = pattern(r"[^\W\d_][^\W\d_a-z]?[\w'’-]*[a-z][\w'’-]*")
_DIGITS = pattern(r"\d+")
_LOWER = pattern(r"(?<![\w'’.-])[^\W\d_A-Z][\w'’]*")
_SMALL = pattern(
    r"(?:of|the|for|and|in|at|on|de|des|del|della|delle|degli|di|da|do|dos|das|du|d|la|le|les|l|et|en|e|y|der|die|das|"
    r"für|und|im|zu|van|voor|het|von|i|c)|[^\x00-\x7f].*",
)
_ROLE = pattern(
    r"(?:[\w.'’-]+\s+){0,4}(?:co-?)?(?:editors?(?:[- ]in[- ]chief)?|reviewers?|referees?|authors?|founders?|members?|"
    r"fellows?|students?|chairs?|leads?|coordinators?|contributors?|speakers?|presenters?|investigators?|supervisors?|"
    r"advis[eo]rs?|mentors?|organi[sz]ers?|maintainers?|developers?|volunteers?|spokespersons?|contacts?)",
    re.IGNORECASE,
)
_FELLOW = pattern(r"^(?:[^\s,]+\s+){1,4}(?:Fellow|Scholar)s?$")
_SENTENCES = pattern(r"(?<=\w\w)[.;]\s+(?=[^\W\d_a-z])")
_FUNDING = pattern(
    r"\bgrants?\b|\b(?:contract|award|project) (?:no|number|nr)\b|\bfunded\b|\bfunding\b|\bsupported\b|"
    r"\bsupport (?:of|from|by)\b|"
    r"\bscholarship\b|\bgefördert\b|\bunterstützt\b|\bгрант|поддержк|资助|支持",
    re.IGNORECASE,
)
_NO_PERSON = pattern(
    r"\b(?:thesis|dissertation|report|papers?|drafts?|preprint|versions?|lectures?|notes?|projects?|exams?|sheets?|"
    r"homework|assignment|proposal|letters?|chapters?|introduction|summary|abstract|keywords?|contents|conference|"
    r"workshop|journal|volume|submitted|received|accepted|supervisors?|authors?|department|title|appendix|ceremony|"
    r"stud(?:y|ies)|case|approach|analysis|methods?|review|survey|theory|models?|systems?|learning|networks?|data|"
    r"applications?|problems?|algorithms?|tables?|figures?|edition|course|seminar|exercises?|solutions?|semester|spring|summer|autumn|fall|winter|arbeit|bericht|"
    r"january|february|march|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_BEHALF = pattern(r"[\s,(]+(?:on behalf of|for|im Namen)\s", re.IGNORECASE)
_SPEAKS = pattern(
    r"\s*\((?:co-?\s?)?(?:spokes|contact|correspond|principal|lead|chair|editor|convener|coordinator|presenter|speaker|PI\b)"
    r"[^()]{0,50}\)",
    re.IGNORECASE,
)
_EAST_ASIAN = pattern(r"[\u3400-\u9fff\uac00-\ud7af]")
_LONG = 400


def _remembered(judge: Callable[[str], bool]) -> Callable[[str], bool]:
    """*judge* with a bounded memory for short texts: a server asks of the same lines at every keystroke."""
    known = lru_cache(maxsize=4096)(judge)

    @wraps(judge)
    def asked(text: str) -> bool:
        return known(text) if len(text) < _LONG else judge(text)

    return asked


@_remembered
def institution(text: str) -> bool:
    """Whether *text* holds a word institutions are made of."""
    return _INSTITUTION.search(text) is not None


@_remembered
def place(text: str) -> bool:
    """Whether *text* holds a country's name or a postcode."""
    return _PLACE.search(text) is not None


def affiliation(text: str) -> bool:
    """Whether *text* reads as an affiliation line."""
    return institution(text) or place(text)


def somewhere(text: str) -> bool:
    """The same, where digits alone are no postcode."""
    return affiliation(_DIGITS.sub("", text))


def listed(text: str) -> bool:
    """Whether *text* is names in a comma list, as an institution and its place are (``Acme, Oldtown, CA``)."""
    return len(text) < 200 and _LISTED.fullmatch(text) is not None and not country(text.partition(",")[0])


def role(text: str) -> bool:
    """Whether *text* is what somebody is to a journal or a project, and no place: ``Journal editor``; a fellowship."""
    return _ROLE.fullmatch(text) is not None and (not affiliation(text) or _FELLOW.search(text) is not None)


def post(text: str) -> bool:
    """Whether *text* is a position alone, as beneath a name: ``Executive Director``, ``Profesora titular``."""
    return _POST_ALONE.fullmatch(text) is not None


def unfunded(text: str) -> str:
    """*text* without the sentences that say who pays."""
    parts = _SENTENCES.split(text)
    return ". ".join(part for part in parts if not _FUNDING.search(part))


def titled(text: str) -> bool:
    """Whether *text* is an institution's name and address alone, with no word of a sentence."""
    return institution(text) and not nobody(text) and all(_SMALL.fullmatch(w) for w in _LOWER.findall(text))


@_remembered
def remark(text: str) -> bool:
    """Whether *text* is a remark on authors (correspondence, equal contribution) rather than an affiliation."""
    return _REMARK.search(text) is not None


def present(text: str) -> bool:
    """Whether *text* says that somebody is elsewhere now, or also."""
    return _PRESENT.search(text) is not None


def is_cut_between(before: str, after: str) -> bool:
    """Whether a line break between the two stands inside an institution's name: ``Kim Il Sung`` / ``University``.

    Where the first ends, or the second begins, with a word that joins; where the second is the noun that a proper name
    before it lacks (``Lomonosov Moscow State`` / ``University, Moscow``), or the subject that ``University of ..`` goes
    on with.
    """
    last = before.rpartition(",")[2].strip()
    if _JOINS.search(last) or (_JOINED.match(after) and not (after.startswith("and ") and _BODY.search(after))):
        return True
    if _HEAD_NOUN.match(after):
        alone = last == before.strip() or (len(last.split()) > 1 and not country(last))
        return 0 < len(last.split()) < 6 and alone and last[:1].isupper() and not institution(last)
    return _SUBJECT.match(after) is not None and _OF_SUBJECT.search(last) is not None


def unposted(text: str) -> str:
    """An affiliation without what somebody is there: ``Associate Professor at the Department of ...``."""
    posted = _POSTED.match(text)
    return text[posted.end() :] if posted and institution(text[posted.end() :]) else text


def nobody(text: str) -> bool:
    """Whether *text* stands where a name would, and names nobody: anonymous, a template's placeholder."""
    return _NOBODY.match(text) is not None


def dated(text: str) -> bool:
    """Whether *text* is a date alone, or a draft's (``draft April 24, 2021``)."""
    return len(text) < 80 and _DATED.match(text) is not None


@_remembered
def team(text: str) -> bool:
    """Whether *text* names a collaboration rather than a person."""
    return _TEAM.search(text) is not None


def degree(text: str) -> bool:
    """Whether *text* is a degree, a membership or an academic title alone."""
    return _DEGREE.match(text) is not None


def spokesperson(text: str) -> str:
    """A name without the collaboration it is said to speak for (``on behalf of the ...``)."""
    said = _BEHALF.search(text)
    return text[: said.start()] if said and team(text[said.end() :]) else text


def without_parts_played(text: str) -> str:
    """*text* with blanks for what is said in parentheses of somebody's part: ``(spokesperson and contact person)``."""
    return _SPEAKS.sub(lambda said: " " * len(said[0]), text)


def untitled(text: str) -> str:
    """A name without "Prof. Dr." before it."""
    return _TITLE.sub("", text)


@_remembered
def name(text: str) -> bool:
    """Whether *text* reads as one person's name."""
    if not text or len(text) > 60 or _NO_NAME.search(text) or institution(text) or place(text):
        return False
    words = text.replace("~", " ").split()
    cased = [w for w in words if _WORD.search(w)]
    return len(words) <= 7 and bool(cased) and all(map(_begins_a_name, cased))


def _begins_a_name(word: str) -> bool:
    """Whether *word* begins with a capital, or with a letter that has none, or is a particle."""
    return word[0].isupper() or not word[0].islower() or re.fullmatch(_PARTICLE, word.lower()) is not None


def full_name(text: str) -> bool:
    """Whether *text* is a person's name with given and family name, sure enough to be one without an author macro."""
    if not name(text) or team(text) or country(text) or _NO_PERSON.search(text):
        return False
    words = untitled(text).split()
    if _EAST_ASIAN.match(text):
        return len(words[0]) in (2, 3, 4)
    return 1 < len(words) < 6 and any(_FAMILY.fullmatch(w) for w in words) and not text.isupper()


def country(text: str) -> bool:
    """Whether *text* is a country's name and nothing else; names that people bear too are left out."""
    return text.strip(" .").casefold() in COUNTRIES or text.strip(" ").casefold() in COUNTRIES


def supervision(text: str) -> bool:
    """Whether *text* says that supervisors or examiners follow."""
    return _SUPERVISION.match(text) is not None


def initials(text: str) -> bool:
    """Whether *text* is initials alone, as behind a family name (``A. B.``)."""
    return _INITIALS.fullmatch(text.strip()) is not None


def family(text: str) -> bool:
    """Whether *text* can be a family name alone: one to three words with no initial among them."""
    words = untitled(text).split()
    return 0 < len(words) <= 3 and name(text) and all(_FAMILY.fullmatch(w) for w in words)
