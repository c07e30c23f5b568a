"""Letters of other scripts that look like Latin ones, inside a word of Latin letters.

The single letters of Unicode's confusables.txt (UTS 39) that stand for one Latin letter, of the scripts that are met in
text, and a few that look so in most type faces (Greek eta, Armenian yi). A word wholly in another script is none of
these: it stays as it is. Cyrillic has its own way in `normalise`, as words of it are real on both sides.
"""

from __future__ import annotations

from askfirst_checks.patterns import pattern

_TABLES = {
    # Greek
    "ͿΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβζηικνορστυχωϐϒϜϱϲϳϹϺᴦι":
    "JABEZHIKMNOPTYXabznikvopotuxwbYFpcjCMri",
    # Armenian
    "ԼՈՍՏՕագզհյոռսցւքօ":
    "LUUSOwqqhjnnugrfo",
    # Cherokee
    "ᎠᎡᎢᎥᎩᎪᎫᎬᎳᎷᎻᎽᏀᏂᏃᏆᏏᏒᏔᏕᏙᏚᏞᏟᏢᏦᏧᏳᏴꭵꮁꮃꮓꮩꮪꮯ":
    "DRTIYAJEWMHYGHZIBRWSVSLCPKDGBirwzvsc",
    # Canadian syllabics
    "ᐯᑌᑕᑭᑯᑲᒍᒪᕁᕼᕽᖇᖯᖴᗅᗞᗩᗪᗰᗴᗷᘔᛖ":
    "VUCPdbJLxHxRbFADADMEBZM",
    # Coptic
    "ⲅⲎⲒⲔⲘⲚⲞⲟⲢⲣⲤⲥⲦⲨⲬⳐ":
    "rHIKMNOoPpCcTYXL",
    # Lisu
    "ꓐꓑꓒꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ":
    "BPdDTGKJCZFMNLSRVHWXYAEIOU",
}  # fmt: skip
_LOOKS = {ord(sign): latin for signs, latins in _TABLES.items() for sign, latin in zip(signs, latins, strict=True)}
_SIGNS = "".join(_TABLES)
_MIXED = pattern(f"[A-Za-z][{_SIGNS}]|[{_SIGNS}][A-Za-z]")
_WORD = pattern(r"[^\W\d_]+")
_NOT_LATIN = pattern("[\u0370-\u1cff\u1f00-\u1fff\u2c80-\uabff\U00010000-\U0001cfff]")
_OWN_WORD = pattern("(?<![^\\W_])[\u0370-\u03ff\u0531-\u0587\u13a0-\u13f5\u1400-\u167f\u2c80-\u2cff]{3,}(?![^\\W_])")
"""a word wholly of another script"""


def in_latin(text: str) -> str:
    """*text* with such letters in words of Latin ones as these. The length stays."""
    if not _MIXED.search(text):
        return text
    least = 0.5 if _OWN_WORD.search(text) else 0.3
    return _WORD.sub(lambda match: _latin(match[0], least), text)


def _latin(word: str, least: float) -> str:
    """*word* in Latin letters where it is of both and at least that share of it, beside words of the other script."""
    if not _MIXED.search(word) or sum(map(str.isascii, word)) < least * len(word):
        return word
    latin = word.translate(_LOOKS)
    return word if _NOT_LATIN.search(latin) else latin
