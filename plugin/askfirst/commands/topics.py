"""``askfirst topics``: which entries of Annex I a manuscript touches, for who wants to look."""

from __future__ import annotations

import json

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from askfirst_checks.model import Manuscript
    from askfirst_checks.topics import Hit

SUMMARY = Text(
    "show which entries of Annex I title, abstract and key words touch, with the words that say so",
    "zeigt, welche Einträge des Anhangs I Titel, Zusammenfassung und Schlagwörter berühren, mit den Wörtern dazu",
)
_FILE = Text("a manuscript", "ein Manuskript")
_FORMAT = Text("text (default) or json", "text (Vorgabe) oder json")
_NO_TEXT = Text(
    "neither title nor abstract nor key words were found in {file}",
    "in {file} wurden weder Titel noch Zusammenfassung noch Schlagwörter gefunden",
)
_NOTHING = Text(
    "No entry shares a word with this text. That says nothing about the work.",
    "Kein Eintrag hat ein Wort mit diesem Text gemeinsam. Über die Arbeit sagt das nichts.",
)
_STRENGTHS = {
    "named": Text("named", "genannt"),
    "near": Text("near", "nahe"),
    "words": Text("shares words", "gleiche Wörter"),
}
_ACTS = {
    "2025/2003": Text("Regulation (EU) 2025/2003", "Verordnung (EU) 2025/2003"),
    "2009/43/EC": Text("Directive 2009/43/EC as of June 2024", "Richtlinie 2009/43/EG, Stand Juni 2024"),
}
"""where entries were read: Annex I, and the annex that repeats the Common Military List"""
_VALUES = Text("values (in short, {read}): {values}", "Werte (verkürzt, {read}): {values}")
_BLANK = Text("values: [from the current act]", "Werte: [aus dem aktuellen Rechtsakt]")
_READ = Text("values: [from the current act, {read}]", "Werte: [aus dem aktuellen Rechtsakt, {read}]")
_MEANING = Text(
    "Whether the work reaches an entry only its content and the values of the entry can say. askfirst explain AF601 "
    "tells what to ask.",
    "Ob die Arbeit einen Eintrag erreicht, sagen nur ihr Inhalt und die Werte des Eintrags. askfirst explain AF601 "
    "sagt, was zu fragen ist.",
)


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help=_FILE.said(language))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_FORMAT.said(language))


def run(arguments: Namespace) -> int:
    """Print the entries of one manuscript. Raises `Failure` where it has neither title, abstract nor key words."""
    from askfirst import documents
    from askfirst.errors import Failure
    from askfirst.formats.clean import clean
    from askfirst.language import from_environment
    from askfirst.reading import classes_for, read
    from askfirst_checks.topics import topics

    document = documents.one(arguments.file)
    manuscript = read(document, classes=classes_for(document))
    if not (manuscript.title or manuscript.abstract or manuscript.keywords):
        raise Failure(_NO_TEXT.fill(file=arguments.file))
    hits = topics(manuscript.title, manuscript.abstract, manuscript.keywords, wide=True)
    if arguments.format == "json":
        print(json.dumps(_as_json(manuscript, hits), ensure_ascii=False, indent=1))
    else:
        language = arguments.lang or from_environment()
        from askfirst.terminal import fitted

        print(fitted("\n".join(clean(line) for line in _as_text(hits, language))))
    return 0


def _as_json(manuscript: Manuscript, hits: tuple[Hit, ...]) -> dict[str, object]:
    entries = [
        {
            "code": hit.entry.code,
            "strength": hit.strength,
            "words": list(hit.words),
            "act": hit.entry.act,
            "title": hit.entry.title._asdict(),
            "values": hit.entry.values._asdict() if hit.entry.values.en else None,
            "read": _ACTS[hit.entry.read].en if hit.entry.read else None,
        }
        for hit in hits
    ]
    return {"schema": "askfirst/topics/1", "title": manuscript.title, "entries": entries}


def _as_text(hits: tuple[Hit, ...], language: str) -> list[str]:
    if not hits:
        return [_NOTHING.said(language)]
    lines = []
    for hit in hits:
        entry = hit.entry
        values = (
            (_VALUES if entry.values.en else _READ).fill(read=_ACTS[entry.read], values=entry.values)
            if entry.read
            else _BLANK
        )
        lines += [
            f"{entry.code}  {entry.title.said(language)}",
            f"       {_STRENGTHS[hit.strength].said(language)}: {', '.join(hit.words[:8])}",
            f"       {values.said(language)}",
        ]
    return [*lines, "", _MEANING.said(language)]
