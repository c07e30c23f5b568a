"""An answer that fell short by a spelling, a new title or a moved file, recorded again as the manuscript has it now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from askfirst import answer_files, readership
from askfirst.checking import Checked, Context, check
from askfirst.recording import document_of, questions, record, work_of
from askfirst.terminal import say
from askfirst_checks.answers import Answer
from askfirst_checks.answers.reach import falls_short, touches
from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Finding
from askfirst_checks.names.normalise import plain
from askfirst_checks.words import Text, same

_NOTHING = Text(
    "No answer here fell short by a spelling, a title or a file name.",
    "Keine Antwort reicht hier wegen einer Schreibweise, eines Titels oder eines Dateinamens zu kurz.",
)
_REPAIRED = Text("{old} is recorded again as {new}: {change}.", "{old} ist als {new} neu festgehalten: {change}.")


class Repair(NamedTuple):
    """An answer, and what it would be if it followed the manuscript."""

    checked: Checked
    old: Answer
    new: Answer
    change: Text


def repair(checked: Iterable[Checked], about_moved: bool, context: Context, language: str) -> int:
    """Record again what can be; the old files stay. Returns 0 when nothing is left open, else 1.

    A name follows where only its marks, spaces or capitals changed. Title and file name follow where *about_moved*:
    only a person knows that it is the same work.
    """
    found = list(checked)
    made = [each for one in found for each in _repairs(one, about_moved, context.today)]
    if not made:
        say(_NOTHING, language)
    for each in made:
        document = each.checked.document
        readers = "private" if each.old.path.startswith("/") else "shared"
        new = each.new._replace(document=document_of(document, readers))
        path = record(document, new, context.today, readers)
        place = each.checked.outcome.place
        say(_REPAIRED.fill(old=place(each.old.path), new=place(path), change=each.change), language)
        if step := readership.next_step(document, place(path), readers):
            say(step, language)
    return int(any(check(one.document, context).outcome.report.open for one in found))


def _repairs(checked: Checked, about_moved: bool, today: str) -> Iterator[Repair]:
    report = checked.outcome.report
    root, seen = report.manuscript.root, set()
    works = frozenset(plain(name) for name in (report.manuscript.title, root)) - {""}
    for question in questions([checked]):
        for answer in answer_files.read(checked.document).all:
            if answer.path in seen or not touches(answer, question.finding.subject):
                continue
            new, change = _followed(answer, question.finding, checked if about_moved else None)
            if new != answer and falls_short(new, question.finding, works, today, root) is None:
                seen.add(answer.path)
                yield Repair(checked, answer, new, change)


def _followed(answer: Answer, finding: Finding, moved: Checked | None) -> tuple[Answer, Text]:
    """*answer* with the names, and the title of *moved*, as they are printed now, and what changed."""
    letters = {_letters(person): person for person in finding.subject.people}
    people = tuple(letters.get(_letters(person), person) for person in answer.people)
    new = answer._replace(people=people)
    pairs = [(one, other) for one, other in zip(answer.people, people, strict=True) if plain(one) != plain(other)]
    if moved:
        new = new._replace(work=work_of(moved.outcome.report))
        pairs += [(answer.work, new.work)] if plain(answer.work) != plain(new.work) else []
    changed = "; ".join(f"{one} → {other}" for one, other in pairs)
    return (new if pairs else answer), same(changed)


def _letters(name: str) -> str:
    return "".join(each for each in plain(name) if each.isalnum())
