r"""Macros of a house class, which a repository's settings declare: read as if the document defined them itself.

``author \houseauthor{name}{marks}{email}`` becomes what ``\newcommand`` would make of it, in macros that are known. So
a house class only adds: no group goes unread, a macro that is known already is refused, and a definition in the
document that can be followed counts before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.bindings.macro import Macro as Record
from askfirst_checks.readers.latex.bindings.macro import parse
from askfirst_checks.readers.latex.scan.shadowed_macros import KNOWN
from askfirst_checks.readers.latex.scan.user_macros import DEFINERS, Macro
from askfirst_checks.words import Text, same

_NAME = pattern(r"[A-Za-z]{2,40}")
_LONGEST = 200
"""characters of a line"""
_TAKEN = KNOWN | DEFINERS | generic.FONTS | generic.BREAKS | generic.GAPS | generic.COMMAS | generic.ACCENTS
_TAKEN |= generic.SETS_ONLY | generic.DEVICES | generic.SYMBOLS.keys() | generic.MARK_SYMBOLS.keys() | generic.BEGINS
_TAKEN |= generic.NOTE_KEYS | generic.NOTE_ITEMS | {"author", "usepackage", "newenvironment", "endinput"}

_MARK, _AFFILIATION, _EMAIL, _ORCID = "[#]", "\\affiliation{#}", "\\email{#}", "\\orcid{#}"
_BODIES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "author": ("\\author", {"affiliation": _AFFILIATION, "text": _AFFILIATION, "email": _EMAIL, "orcid": _ORCID}),
    "affiliation": ("\\affiliation", {"email": _EMAIL}),
    "also": ("\\moreaddress", {"email": _EMAIL}),
    "email": ("\\email", {}),
    "note": ("\\authnote", {"email": _EMAIL}),
    "orcid": ("\\orcid", {}),
    "title": ("\\title", {}),
    "abstract": ("\\abstract", {}),
    "keywords": ("\\keywords", {}),
    "inner-mark": ("\\textsuperscript", {}),
    "inner-affiliation": ("\\affil", {}),
    "inner-email": ("\\email", {}),
    "inner-note": ("\\thanks", {}),
    "inner-and": ("\\and", {}),
    "inner-line": ("\\newline", {}),
}
"""by meaning: the known macro with what it is about, and what stands behind it for further groups"""
_ABOUT = {
    "author": ("name", "names", "given", "family"),
    "affiliation": ("text", "affiliation"),
    "also": ("text", "affiliation"),
    "email": ("email",),
    "orcid": ("orcid",),
    "inner-mark": ("mark", "marks"),
    "inner-affiliation": ("text", "affiliation"),
    "inner-email": ("email",),
    "inner-and": (),
    "inner-line": (),
}
"""what the group holds that a macro is about; ``text`` where nothing is said"""
_MARKED = ("author", "affiliation", "note")
"""meanings that may have a group with marks"""

_NONE = Text(
    "'{line}' is no macro of a class; write its meaning and then the macro as the class's manual does: {example}",
    "'{line}' ist kein Makro einer Klasse; schreiben Sie seine Bedeutung und dann das Makro wie in der Anleitung der "
    "Klasse: {example}",
)
_EXAMPLE = "author \\houseauthor{name}{marks}{email}"
_MEANING = Text(
    "'{word}' is no meaning that a macro of a house class can have; it can be one of: {among}",
    "'{word}' ist keine Bedeutung, die ein Makro einer Hausklasse haben kann; möglich sind: {among}",
)
_GROUP = Text(
    "a group of '{meaning}' cannot hold '{word}'; it can hold: {among}",
    "eine Gruppe von '{meaning}' kann nicht '{word}' enthalten; möglich sind: {among}",
)
_NOTHING = Text(
    "\\{name} has no group with: {among}",
    "\\{name} hat keine Gruppe mit: {among}",
)
_BRACKETS = Text(
    "of the groups of \\{name} only the first can stand in brackets",
    "von den Gruppen von \\{name} kann nur die erste in eckigen Klammern stehen",
)
_KNOWN = Text(
    "\\{name} is known already; a house class adds macros and changes none",
    "\\{name} ist schon bekannt; eine Hausklasse fügt Makros hinzu und ändert keines",
)


class HouseMacro(NamedTuple):
    """A macro of a house class, or what is wrong with its line."""

    name: str
    macro: Macro
    is_inner: bool
    """whether it means something only within an author's or affiliation's argument"""
    wrong: Text | None = None


def house_macro(line: str) -> HouseMacro:
    """The macro that *line* declares."""
    record = _record(line)
    groups = _groups(record) if record else []
    wrong = _wrong(record, groups) if record else _NONE.fill(line=same(line[:_LONGEST]), example=same(_EXAMPLE))
    if record is None or wrong is not None:
        return HouseMacro("", Macro(0, None, ""), False, wrong)
    has_option = bool(groups) and groups[0][1] == "["
    return HouseMacro(
        record.name, Macro(len(groups), "" if has_option else None, _body(record, groups)), record.is_inner
    )


def house_macros(lines: Iterable[str]) -> dict[str, HouseMacro]:
    """The macros that *lines* declare, by name, without those with which something is wrong."""
    found = [house_macro(line) for line in lines]
    return {each.name: each for each in found if each.wrong is None}


def _record(line: str) -> Record | None:
    if len(line) > _LONGEST or not line.strip().isprintable():
        return None
    try:
        record = parse(line)
    except ValueError:
        return None
    return None if record.flags or record.is_environment or not _NAME.fullmatch(record.name) else record


def _groups(record: Record) -> list[tuple[str, str]]:
    """What each group holds, and the sign that opens it."""
    parts = record.signature.replace("]", "}").split("}")[:-1]
    return [(part[1:], part[0]) for part in parts]


def _wrong(record: Record, groups: list[tuple[str, str]]) -> Text | None:
    if record.meaning not in _BODIES:
        return _MEANING.fill(word=same(record.meaning), among=", ".join(_BODIES))
    if record.name in _TAKEN:
        return _KNOWN.fill(name=record.name)
    return _wrong_groups(record, groups)


def _wrong_groups(record: Record, groups: list[tuple[str, str]]) -> Text | None:
    about = _about(record)
    possible = _possible(record, about)
    among = ", ".join(dict.fromkeys(possible)) or "-"
    for word, _ in groups:
        if word not in possible:
            return _GROUP.fill(meaning=record.meaning, word=same(word), among=among)
    if about and not any(word in about for word, _ in groups):
        return _NOTHING.fill(name=record.name, among=", ".join(about))
    if len(groups) > 9 or any(opened == "[" for _, opened in groups[1:]):
        return _BRACKETS.fill(name=record.name)
    return None


def _possible(record: Record, about: tuple[str, ...]) -> tuple[str, ...]:
    """What a group of the macro can hold."""
    return (*about, *(("mark", "marks") if record.meaning in _MARKED else ()), *_BODIES[record.meaning][1])


def _about(record: Record) -> tuple[str, ...]:
    return _ABOUT.get(record.meaning, ("text",))


def _body(record: Record, groups: list[tuple[str, str]]) -> str:
    """What the macro stands for; ``#2`` is what its second group holds."""
    macro, further = _BODIES[record.meaning]
    about = _about(record)
    words = [word for word, _ in groups]
    main = [f"#{words.index(word) + 1}" for word in about if word in words]
    others = [(f"#{number}", word) for number, word in enumerate(words, 1) if word not in about]
    marks = [group for group, word in others if word in ("mark", "marks")]
    rest = [further[word].replace("#", group) for group, word in others if word in further]
    option = _MARK.replace("#", ",".join(marks)) if marks else ""
    return macro + option + ("{" + " ".join(main) + "}" if main else "") + "".join(rest)
