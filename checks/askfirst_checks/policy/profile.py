"""An institution profile: what an export-control office hands out so that the check asks in its own house's terms."""

from __future__ import annotations

import re

from askfirst_checks.light import Literal, NamedTuple, cast
from askfirst_checks.strict import BrokenData, Table, parse
from askfirst_checks.words import Text

_LEVELS = ("ask", "note", "off")
MOST_QUESTIONS = 20
MOST_WATCHED = 20_000
LONGEST_QUESTION = 1000
"""code points; it is printed with every question"""
_TREATMENTS = ("each", "once", "note")


class Watched(NamedTuple):
    """An institution that the profile adds."""

    name: str
    country: str
    """ISO 3166-1 alpha-2, or empty"""
    level: Literal["ask", "note"]
    reason: Text


class Question(NamedTuple):
    """A question of the institution's own."""

    text: Text
    countries: tuple[str, ...]
    """asked only beside questions about these; always where empty"""


class Profile(NamedTuple):
    """An institution profile, read and checked."""

    path: str
    name: Text
    contact: tuple[Text, ...]
    """lines: office, address, form"""
    countries: dict[str, Literal["ask", "note", "off"]]
    """code to level: overrides AF102 and AF103 for it, or adds the country"""
    watched: tuple[Watched, ...] = ()
    questions: tuple[Question, ...] = ()
    large_from: int = 100
    """authors from which a manuscript counts as a large collaboration"""
    assessment: str = ""
    """``ask``: every entry of an assessment list asks; empty: as the jurisdiction has it"""
    topics: str = ""
    """when the content question is asked: ``always`` or ``never``; empty: beside an open question"""
    large: str = "each"
    """``each`` affiliation asks, ``once`` for each institution, or all but stop is a ``note``"""
    contact_of: str = ""
    """the file of the repository that gives the contact; empty where the user's own does"""

    @property
    def watch(self) -> tuple[tuple[str, str], ...]:
        """What the resolver looks for besides its own names: name and country code."""
        return tuple((each.name, each.country) for each in self.watched)


def read_profile(path: str, source: str) -> Profile:
    """The profile in the TOML text *source*. Raises `BrokenData` with file and line."""
    table = parse(path, source)
    large = table.table("large_collaborations") if table.has("large_collaborations") else Table({}, path, source)
    countries, questions = read_rules(table)
    profile = Profile(
        path,
        _name_of(table, "name"),
        _contact(table.table("contact")) if table.has("contact") else (),
        countries,
        tuple(_watched(each) for each in _few(table, "watch", MOST_WATCHED)),
        questions,
        large.number("from_authors", 100),
        _assessment(table),
        _topics(table),
        large.word("treat", _TREATMENTS, default="each"),
    )
    large.done()
    table.done()
    return profile


def _assessment(table: Table) -> str:
    if not table.has("assessment"):
        return ""
    inner = table.table("assessment")
    level = inner.word("level", ("note", "ask"))
    inner.done()
    return level if level == "ask" else ""


def _topics(table: Table) -> str:
    if not table.has("topics"):
        return ""
    inner = table.table("topics")
    asked = inner.word("ask", ("always", "never", "beside"))
    inner.done()
    return "" if asked == "beside" else asked


def read_rules(table: Table) -> tuple[dict[str, Literal["ask", "note", "off"]], tuple[Question, ...]]:
    """What a profile and a preset share: the countries with their levels, and the questions. Raises `BrokenData`."""
    questions = _few(table, "question", MOST_QUESTIONS)
    return _countries(table), tuple(_question(each) for each in questions)


def _few(table: Table, key: str, most: int) -> list[Table]:
    """The tables of the array *key*. Raises `BrokenData` where they are more than *most*."""
    found = table.tables(key)
    if len(found) > most:
        raise table.wrong(key, _TOO_MANY.fill(key=key, most=most))
    return found


def _contact(table: Table) -> tuple[Text, ...]:
    office = _name_of(table, "office")
    lines = [office]
    for key in ("person", "email", "phone", "form"):
        if table.has(key):
            value = table.word(key)
            lines.append(Text(value, value))
    table.done()
    return tuple(lines)


def _name_of(table: Table, key: str) -> Text:
    """Plain text for both languages, or ``{ en = "...", de = "..." }``."""
    if isinstance(table.values.get(key), dict):
        return table.text(key)
    word = table.word(key)
    return Text(word, word)


def _countries(table: Table) -> dict[str, Literal["ask", "note", "off"]]:
    if not table.has("countries"):
        return {}
    rules = table.table("countries")
    for code in rules.values:
        _code(rules, code, code)
    return {code: cast(Literal["ask", "note", "off"], rules.word(code, _LEVELS)) for code in rules.values}


def _code(table: Table, key: str, code: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise table.wrong(key, _NO_CODE.fill(code=code))
    if code == "KP":
        raise table.wrong(key, _BINDING)
    return code


def _watched(table: Table) -> Watched:
    country = table.word("country", default="") if table.has("country") else ""
    if country and not re.fullmatch(r"[A-Z]{2}", country):
        raise table.wrong("country", _NO_CODE.fill(code=country))
    level = cast(Literal["ask", "note"], table.word("level", ("ask", "note"), default="ask"))
    watched = Watched(table.word("name"), country, level, _name_of(table, "reason"))
    table.done()
    return watched


def _question(table: Table) -> Question:
    question = Question(Text(table.word("en"), table.word("de")), table.words("countries"))
    if max(len(question.text.en), len(question.text.de)) > LONGEST_QUESTION:
        raise table.wrong("en", _TOO_LONG.fill(most=LONGEST_QUESTION))
    for code in question.countries:
        if not re.fullmatch(r"[A-Z]{2}", code):
            raise table.wrong("countries", _NO_CODE.fill(code=code))
    table.done()
    return question


_TOO_MANY = Text("a profile can hold {most} of [[{key}]]", "ein Profil fasst {most} Einträge [[{key}]]")
_TOO_LONG = Text("a question can have {most} characters", "eine Frage kann {most} Zeichen haben")
_NO_CODE = Text(
    "'{code}' is no country code; two capital letters of ISO 3166-1 are expected",
    "'{code}' ist kein Ländercode; erwartet werden zwei Großbuchstaben nach ISO 3166-1",
)
_BINDING = Text(
    "a profile cannot change the rule about KP: it is the State's to decide",
    "ein Profil kann die Regel zu KP nicht ändern: darüber entscheidet der Staat",
)
__all__ = ["BrokenData", "Profile", "Question", "Watched", "read_profile", "read_rules"]
