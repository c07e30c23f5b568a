"""E-mail and web addresses to the country of their domain."""

from __future__ import annotations

from askfirst_checks.names.lexicon import Meaning, word_set
from askfirst_checks.patterns import pattern

# Country domains that are sold as words of their own (".io", ".ai") say nothing; those of free mail services little.
_GENERIC = word_set(
    "ac ag ai am as bz cc cd cf ch dj eu fm ga gg gl gq gs im in io is it la li lc ly md me ml mn ms mu "
    "nu pm pn pw re sc sh so st tc tk tl to tv vc vg vu wf ws yt co id sx cx cm"
) - {"ch", "it", "in", "is", "id", "am", "lu", "md", "mn", "co", "cm", "mu", "ag"}  # fmt: skip
_WEAK = word_set("co am md mn mu ag in is id cm su")
_ASCII_NAMES = {
    "xn--p1ai": "RU", "рф": "RU", "xn--90ais": "BY", "бел": "BY", "xn--mgba3a4f16a": "IR", "ایران": "IR",
    "xn--mgba3a4fra": "IR", "xn--ogbpf8fl": "SY", "سورية": "SY", "xn--fiqs8s": "CN", "中国": "CN",
    "xn--fiqz9s": "CN", "中國": "CN", "xn--3e0b707e": "KR", "한국": "KR", "xn--j1amh": "UA", "укр": "UA",
    "xn--80ao21a": "KZ", "қаз": "KZ", "su": "RU", "uk": "GB", "edu": "US", "gov": "US", "mil": "US",
}  # fmt: skip
_CODES = word_set(
    "AC AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY "
    "BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK "
    "FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR "
    "IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG "
    "MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NU NZ OM PA PE PF PG PH "
    "PK PL PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SX SY SZ TC "
    "TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG UY UZ VA VC VE VG VI VN VU WS YE ZA ZM ZW"
)  # fmt: skip
# Hosts whose ending says another country, or none, and free mail services by the country most of their users live in.
_HOSTS = {
    "aub.edu": ("LB", "strong"), "lau.edu": ("LB", "strong"), "kaist.edu": ("KR", "strong"),
    "postech.edu": ("KR", "strong"), "ceu.edu": ("AT", "weak"), "insead.edu": ("FR", "weak"),
    "hec.edu": ("FR", "strong"), "ie.edu": ("ES", "strong"), "esade.edu": ("ES", "strong"),
    "upf.edu": ("ES", "strong"), "upc.edu": ("ES", "strong"), "udg.edu": ("ES", "strong"),
    "uab.edu": ("US", "strong"), "monash.edu": ("AU", "strong"), "uq.edu": ("AU", "strong"),
    "rmit.edu": ("AU", "strong"), "deakin.edu": ("AU", "strong"), "sharif.edu": ("IR", "strong"),
    "mail.ru": ("RU", "weak"), "bk.ru": ("RU", "weak"), "list.ru": ("RU", "weak"), "inbox.ru": ("RU", "weak"),
    "yandex.ru": ("RU", "weak"), "ya.ru": ("RU", "weak"), "rambler.ru": ("RU", "weak"),
    "tut.by": ("BY", "weak"), "mail.by": ("BY", "weak"), "yandex.by": ("BY", "weak"), "qq.com": ("CN", "weak"),
    "163.com": ("CN", "weak"), "126.com": ("CN", "weak"), "sina.com": ("CN", "weak"), "sina.cn": ("CN", "weak"),
    "naver.com": ("KR", "weak"), "hanmail.net": ("KR", "weak"), "daum.net": ("KR", "weak"),
    "gmx.de": ("DE", "weak"), "web.de": ("DE", "weak"), "t-online.de": ("DE", "weak"),
    "yahoo.fr": ("FR", "weak"), "yahoo.de": ("DE", "weak"), "yahoo.co.uk": ("GB", "weak"),
    "yahoo.co.in": ("IN", "weak"), "yahoo.co.jp": ("JP", "weak"), "hotmail.fr": ("FR", "weak"),
    "hotmail.co.uk": ("GB", "weak"), "hotmail.it": ("IT", "weak"), "libero.it": ("IT", "weak"),
    "orange.fr": ("FR", "weak"), "wp.pl": ("PL", "weak"), "github.io": ("", ""), "chmail.ir": ("IR", "weak"),
}  # fmt: skip
_ADDRESS = pattern(
    r"(?:\bhttps?://|\bwww\.|[\w.+%{},|~-]{0,200}@)\s?((?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,30})(?::\d{1,5})?(?:/\S{0,500})?"
)
_HOST = pattern(r"^(?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,30}$")


def find(text: str) -> list[tuple[int, int, str]]:
    """Addresses in *text*: start, end, host. Only those with ``@``, ``http://`` or ``www.``."""
    if "@" not in text and "://" not in text and "www." not in text.lower():
        return []
    return [(*match.span(), match.group(1).lower()) for match in _ADDRESS.finditer(text)]


def host_of(address: str) -> str | None:
    """The host of one e-mail or web address, or None if it is none."""
    bare = address.strip().removeprefix("mailto:").strip("<>()[]{}.,; ")
    found = find(bare)
    if found:
        return found[0][2]
    host = bare.split("/", 1)[0].lower()
    return host if _HOST.match(host) else None


def country_of(host: str) -> Meaning | None:
    """What the domain says of the country; None for generic domains."""
    labels = host.lower().rstrip(".").split(".")
    for start in range(len(labels) - 1):
        known = _HOSTS.get(".".join(labels[start:]))
        if known is not None:
            code, strength = known
            return _meaning(code, strength == "strong") if code else None
    last = labels[-1]
    code = _ASCII_NAMES.get(last, "")
    if code:
        return _meaning(code, last != "su")
    academic = len(labels) > 2 and labels[-2] in ("ac", "edu", "gov", "gob", "gouv", "govt", "sci", "mil", "res")
    code = last.upper()
    if code not in _CODES or (last in _GENERIC and not academic):
        return None
    return _meaning(code, academic or last not in _WEAK)


def _meaning(code: str, strong: bool) -> Meaning:
    return Meaning("domain", (code,), (), ()) if strong else Meaning("domain", (), (code,), ())
