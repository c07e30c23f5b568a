"""Bytes to text: the byte-order mark, then what the file says of itself, then UTF-8, then cp1252."""

from __future__ import annotations

import re

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.source.decoding import narrowed, unix

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DECLARED = pattern(
    rb"\\(?:usepackage\s*\[\s*|inputencoding\s*\{\s*)(?:[^\]}]*,\s*)?([A-Za-z0-9-]+)\s*(?:\]\s*\{inputenc\}|\})"
    rb"|%\s*!\s*TeX\s+encoding\s*=\s*([A-Za-z0-9-]+)",
    re.IGNORECASE,
)
_CODECS = {
    "ansinew": "cp1252",
    "cp1252": "cp1252",
    "windows-1252": "cp1252",
    "latin1": "cp1252",
    "latin9": "iso8859-15",
    "latin2": "iso8859-2",
    "latin5": "iso8859-9",
    "isolatin": "cp1252",
    "iso-8859-1": "cp1252",
    "iso-8859-2": "iso8859-2",
    "iso-8859-15": "iso8859-15",
    "cp1250": "cp1250",
    "windows-1250": "cp1250",
    "cp1251": "cp1251",
    "windows-1251": "cp1251",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "cp866": "cp866",
    "applemac": "mac-roman",
    "macroman": "mac-roman",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "big5",
    "euc-kr": "euc-kr",
    "sjis": "cp932",
}
_HEAD = 20_000
_INK = pattern(r"[^\n]")
_RUNS = pattern(rb"[\x80-\xff]+")


def declared(data: bytes) -> str | None:
    """The codec a LaTeX file names itself (inputenc, or the editors' magic comment), or None."""
    for match in _DECLARED.finditer(data[:_HEAD]):
        name = (match[1] or match[2]).decode("ascii").lower()
        if name in _CODECS:
            return _CODECS[name]
    return None


def decode(data: bytes, parent: str | None = None) -> tuple[str, bool]:
    """Text with ``\\n`` line ends, and whether every byte could be read; *parent* is the including file's codec."""
    if b"\0" in data:
        data = narrowed(data)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return unix(data.decode(codec, "replace")), _whole(data, codec)
    try:
        return unix(data.decode("utf-8")), True
    except UnicodeDecodeError:
        codec = declared(data) or parent or guessed(data)
    text = data.decode(codec, "replace")
    return unix(text), "\ufffd" not in text


def unwoven(text: str) -> str:
    """*text* of Sweave or knitr with its code chunks blank, everything else in its place."""
    out, done, here = [], 0, text.find("<<")
    while here >= 0:
        start = text.find("\n", here)
        end = text.find("\n@", start) if start >= 0 else -1
        if end < 0:
            break
        if text[here - 1 : here] in ("", "\n") and text[here:start].rstrip().endswith(">>="):
            out += [text[done:here], _INK.sub(" ", text[here:end]), "\n "]
            done = end + 2
            here = text.find("<<", done)
        else:
            here = text.find("<<", here + 2)
    return "".join([*out, text[done:]]) if done else text


def guessed(data: bytes) -> str:
    """The likeliest codec of text that is not UTF-8 and declares none: by its runs of high bytes."""
    runs = _RUNS.findall(data[:200_000])
    total, high = sum(map(len, runs)), b"".join(runs)
    words = [run for run in runs if len(run) > 2]
    if total < 20 or sum(map(len, words)) < 0.6 * total:
        return "cp1252"
    letters = sum(byte >= 0xC0 or byte in (0xA3, 0xB3, 0xA8, 0xB8) for byte in high)
    if letters < 0.9 * total:
        return "gb18030" if "\ufffd" not in data.decode("gb18030", "replace") else "cp1252"
    lower = sum(0xC0 <= byte < 0xE0 for byte in high)
    return "koi8-r" if lower > total / 2 else "cp1251"


def _whole(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
