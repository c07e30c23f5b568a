"""What a hook prints: three lines for each question that stops, one line for what waits or was open before.

The three lines say where and which rule, what it rests on and why it came back, and the question with its ways on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from askfirst.formats import Options, Outcome
from askfirst.formats.clean import clean, wrap
from askfirst.formats.command import may_be_misread, quoted
from askfirst.formats.paint import painter, style_of
from askfirst.formats.phrases import cut_short, day, level, summary
from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Finding
from askfirst_checks.words import Text

_SINCE = Text("{act}, since {day}", "{act}, seit {day}")
_BACK = Text("why again: {why}", "warum wieder: {why}")
_WAYS = Text(
    "asked already: askfirst answer {path} {n}; not yet: askfirst draft {path}",
    "schon gefragt: askfirst answer {path} {n}; noch nicht: askfirst draft {path}",
)
_NOT = Text(
    "; not this institution: askfirst answer {path} {n} --not-this",
    "; nicht diese Einrichtung: askfirst answer {path} {n} --not-this",
)
_AWAITED = Text(
    "The answer is not there yet, and this push hands the draft on. When it comes: askfirst answer {path} {n}. "
    "A remote that nobody outside can read is named in your own settings (askfirst hook status says where).",
    "Die Antwort steht noch aus, und dieser Push gibt den Entwurf weiter. Sobald sie da ist: "
    "askfirst answer {path} {n}. "
    "Ein Remote, das niemand von außen lesen kann, wird in Ihren eigenen Einstellungen genannt "
    "(askfirst hook status sagt, wo).",
)
_WAITS = Text(
    "{path}: waiting for an answer: {which}. When it is there: askfirst answer {path} {n}",
    "{path}: wartet auf eine Antwort: {which}. Sobald sie da ist: askfirst answer {path} {n}",
)
_EARLIER = Text(
    "{path}: open since before this commit: {which}. The push will ask: askfirst answer {path} {n}, "
    "or askfirst draft {path}",
    "{path}: schon vor diesem Commit offen: {which}. Der Push wird danach fragen: askfirst answer {path} {n} "
    "oder askfirst draft {path}",
)
_UNREAD = Text(
    "{path} was not looked at: {why}. With the text at hand: askfirst check {path}",
    "{path} wurde nicht angesehen: {why}. Liegt der Text vor: askfirst check {path}",
)
_OVER = Text(
    "This is done already, and nothing was held back; a push asks again.",
    "Das ist schon geschehen, und nichts wurde zurückgehalten; ein Push fragt erneut.",
)
_SKIP = Text("to go on this once without answering: SKIP=askfirst git {verb} ...",
             "um dieses eine Mal ohne Antwort fortzufahren: SKIP=askfirst git {verb} ...")  # fmt: skip
_STOPPING = ("commit", "merge", "push")
_ABOUT_ANSWERS = ("AF702", "AF703", "AF704", "AF706")


class Asked(NamedTuple):
    """One question, with the number under which ``askfirst answer`` knows it."""

    outcome: Outcome
    finding: Finding
    number: int


class Told(NamedTuple):
    """All that one run of a hook has to say."""

    verb: str
    """what git is about to do (``commit``, ``merge``, ``push``), or has done (``merged``, ``rebased``)"""
    asked: tuple[Asked, ...] = ()
    earlier: tuple[Asked, ...] = ()
    """open, and open in HEAD already"""
    waiting: tuple[Asked, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    hints: tuple[Text, ...] = ()
    unread: Mapping[str, Text] = {}
    """paths that could not be looked at, each with the reason"""
    broken: Mapping[str, Text] = {}
    """answer files that cannot be relied on, by ``path:line``"""
    notices: tuple[Text, ...] = ()
    """what the repository's own settings and profile make quieter: said, and no reason to stop"""
    stops: bool = False
    """git does not go on"""


def render(told: Told, options: Options) -> list[str]:
    """The lines; none where nothing is open or waits, and everything was looked at."""
    language = options.language
    asked = sorted(told.asked, key=lambda each: each.finding.level != "stop")
    lines = [line for each in asked for line in _three(each, options)]
    lines += _grouped(told.earlier, _EARLIER, language)
    lines += _grouped(told.waiting, _WAITS, language)
    lines += [_UNREAD.fill(path=quoted(clean(path)), why=why).said(language) for path, why in told.unread.items()]
    lines += [clean(text.said(language)) for text in dict.fromkeys(told.hints)]
    lines += [clean(each.said(language)) for each in told.notices]
    instructed = (text for outcome in told.outcomes for text in outcome.report.instructed)
    lines += [clean(text.said(language)) for text in dict.fromkeys(instructed)]
    lines += map(clean, summary(told.outcomes, options) if told.asked else cut_short(options))
    lines += [clean(f"askfirst: {place}: {text.said(language)}") for place, text in told.broken.items()]
    if told.stops and told.verb in _STOPPING:
        lines.append(_SKIP.fill(verb=told.verb).said(language))
    elif told.asked and told.verb not in _STOPPING:
        lines.append(_OVER.said(language))
    return lines


def _three(asked: Asked, options: Options) -> list[str]:
    outcome, finding, number = asked
    paint, language = painter(options.color), options.language
    place = clean(f"{outcome.place(finding.span.file)}:{finding.span.line}:{finding.span.column}")
    word = paint(level(finding).said(language), style_of(finding))
    title = f"{finding.code} {finding.name.said(language)}" + (f": {finding.printed}" if finding.printed else "")
    return [
        f"{paint(f'[{number}] {place}', 'bold')}  {word}  {clean(title)}",
        *_rests(finding, language),
        *wrap(_question(asked, language), 10_000, "  ? ", "    "),
    ]


def _question(asked: Asked, language: str) -> str:
    path = _path(asked)
    if asked.finding.state == "pending":
        return _AWAITED.fill(path=path, n=asked.number).said(language)
    ways = (_WAYS, _NOT) if may_be_misread(asked.finding) else (_WAYS,)
    said = "".join(way.fill(path=path, n=asked.number).said(language) for way in ways)
    return f"{asked.finding.question.said(language)}  {said}"


def _rests(finding: Finding, language: str) -> list[str]:
    parts = []
    if finding.grounds:
        ground = finding.grounds[0]
        act = ground.act.said(language)
        parts.append(_SINCE.fill(day=day(ground.since, language), act=act).said(language) if ground.since else act)
    if why := next((each.reads for each in (finding, *finding.also) if each.code in _ABOUT_ANSWERS), None):
        parts.append(_BACK.fill(why=why).said(language) if finding.state == "open" else why.said(language))
    return ["  = " + clean("; ".join(parts))] if parts else []


def _grouped(asked: Sequence[Asked], text: Text, language: str) -> Iterator[str]:
    groups: dict[str, list[Asked]] = {}
    for each in asked:
        groups.setdefault(_path(each), []).append(each)
    for path, group in groups.items():
        which = ", ".join(f"[{each.number}] {each.finding.code}" for each in group)
        yield text.fill(path=path, which=which, n=group[0].number).said(language)


def _path(asked: Asked) -> str:
    return clean(quoted(asked.outcome.place(asked.outcome.report.manuscript.root)))
