"""Recording an answer: what it covers, which kinds reach a question and why another does not, and the file itself."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence

from askfirst import answer_files
from askfirst.checking import Checked, Context, check
from askfirst.config import data_folder
from askfirst.documents import Document
from askfirst.errors import Failure
from askfirst.files import write_new
from askfirst.formats.holding import shortened
from askfirst.readership import next_step
from askfirst.terminal import say
from askfirst_checks.answers import Answer, compose
from askfirst_checks.answers import covering as covering
from askfirst_checks.answers.reach import PRINTED, READING
from askfirst_checks.kinds import KINDS, NEGATIVE, OUTCOMES
from askfirst_checks.kinds import OWN as OWN
from askfirst_checks.light import NamedTuple
from askfirst_checks.model import Finding, Report
from askfirst_checks.names.normalise import plain
from askfirst_checks.policy import Policy
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text

NOT_THIS = "not-this-institution"
_SLUG = 60
MOST_A_DAY = 1000
_TOLD = 120

_GOODS = Text(
    "it says only whether goods are on a list, and nothing about an affiliation",
    "sie sagt nur, ob Güter auf einer Liste stehen, und nichts über eine Affiliation",
)
_NOT_BAFA = Text(
    "only the State or the competent committee decides here; an answer about goods or assistance does not replace that",
    "hier entscheidet nur der Staat oder der zuständige Ausschuss; eine Antwort zu Gütern oder Hilfe ersetzt das nicht",
)
_HOUSE = Text(
    "this is for your institution to decide; an answer about goods or assistance does not replace that",
    "hier entscheidet Ihre Einrichtung; eine Antwort zu Gütern oder Hilfe ersetzt das nicht",
)
_NOT_OWN = Text(
    "an answer from outside is needed",
    "diese Frage braucht eine Antwort von außen",
)
_NOT_OFFICE = Text(
    "the office can request the decision but cannot make it; its written go-ahead can be recorded",
    "die Stelle kann die Entscheidung einholen, nicht treffen; ihre schriftliche Freigabe lässt sich festhalten",
)
_OTHER = Text("it concerns a different matter", "sie betrifft etwas anderes als diese Frage")
_ELSE = Text(
    "the answer does not cover it on this date and for this work",
    "die Antwort gilt nicht für diese Arbeit an diesem Tag",
)
_RECORDED = Text("Recorded in {file}.", "Antwort gespeichert in {file}.")
_ABOUT = Text("It is about {place}, {code}: {printed}.", "Sie betrifft {place}, {code}: {printed}.")
_CUT = Text("About its end: {why}.", "Zu ihrem Ende: {why}.")
_QUIET = Text("The question is answered.", "Die Frage ist beantwortet.")
_WAITS = Text(
    "The question waits for its answer; until then the draft should not be sent.",
    "Die Frage wartet auf ihre Antwort; bis dahin sollte der Entwurf nicht verschickt werden.",
)
_OPEN = Text("The question stays open: {why}.", "Die Frage bleibt offen: {why}.")
_REACHING = Text("What can answer it: {kinds}.", "Ausreichend wäre: {kinds}.")
_NO_FOLDER = Text(
    "this is a file; answers need a folder of this name",
    "das ist eine Datei; Antworten brauchen einen Ordner dieses Namens",
)
_EXISTS = Text("an answer with this name is there already", "eine Antwort mit diesem Namen gibt es schon")
_LINK = Text(
    "this is a link, and nothing is written through it", "das ist ein Link, und durch ihn wird nichts geschrieben"
)
_CLOSES = Text("What can close it: {kinds}; {written}.", "Abschließen kann sie: {kinds}; {written}.")
_NOT_TEXT = Text("this holds bytes that are no text", "das enthält Bytes, die kein Text sind")


class Question(NamedTuple):
    """One open question of one document."""

    checked: Checked
    finding: Finding
    number: int

    @property
    def name(self) -> str:
        """What tells it from the others, for ``--for``."""
        alike = [f for f in self.checked.outcome.report.questions if f.code == self.finding.code]
        about = self.finding.subject.institutions or self.finding.subject.countries
        names = [self.finding.code, *about[:1], str(self.number)]
        alone = len(about) == 1 and _once(about[0], self.checked.outcome.report.questions)
        return names[0] if len(alike) == 1 else names[-2] if alone else names[-1]

    @property
    def told(self) -> dict[str, str | Text]:
        """Where it stands, its rule, and the words it is about (else its name): ``place, code, printed``."""
        finding = self.finding
        words = finding.printed
        return {
            "place": f"{self.checked.outcome.place(finding.span.file)}:{finding.span.line}",
            "code": finding.code,
            "printed": (words if len(words) <= _TOLD else words[: _TOLD - 1] + "…") or finding.name,
        }


def _once(name: str, findings: Iterable[Finding]) -> bool:
    return sum(name in (*f.subject.institutions, *f.subject.countries) for f in findings) == 1


def questions(checked: Iterable[Checked]) -> list[Question]:
    """All open questions, numbered from 1 in the order in which a check shows them."""
    pairs = [(each, finding) for each in checked for finding in each.outcome.report.questions]
    return [Question(each, finding, number) for number, (each, finding) in enumerate(pairs, 1)]


def fitting(checked: Iterable[Checked], about: Sequence[str]) -> list[Question]:
    """The open questions that one of *about* names: code, institution, country or number; all where it is empty."""
    found = [each for each in questions(checked) if not about or any(_is_about(name, each) for name in about)]
    if not about:
        return found
    legs = [leg for each in found for leg in each.finding.legs]
    return [each for each in found if not any(each.finding is leg for leg in legs)]


def _is_about(name: str, question: Question) -> bool:
    return name == str(question.number) or is_called(name, question.finding)


def is_called(name: str, finding: Finding) -> bool:
    """Whether *name* is the code of *finding*, or an institution, country, person or printed text it is about."""
    subject = finding.subject
    rors = [f"ror:{ror}" for ror in subject.rors if ror]
    return name.upper() == finding.code or name in (
        *subject.institutions,
        *rors,
        *subject.countries,
        *finding.people,
        finding.printed,
    )


def reaching(finding: Finding) -> list[str]:
    """Kinds of answer that can quiet *finding* by themselves: those that reach every measure under it."""
    if not finding.grounds:
        kinds = [kind for kind in KINDS if kind in READING]
    else:
        kinds = [kind for kind in KINDS if all(kind in ground.quieted_by for ground in finding.grounds)]
    return [*kinds, NOT_THIS] if finding.subject.printed and NOT_THIS not in kinds else kinds


def why_not(kind: str, finding: Finding) -> Text:
    """Why an answer of *kind* does not quiet *finding* by itself."""
    layers = {ground.layer for ground in finding.grounds if kind not in ground.quieted_by}
    if kind == "bafa-auskunft-gueterliste":
        return _GOODS
    if kind == "own-assessment" and layers:
        return _NOT_OWN
    if kind.startswith("bafa-") and "country" in layers:
        return _HOUSE if "export-control-office" in reaching(finding) else _NOT_BAFA
    if kind == "export-control-office" and "country" in layers:
        return _NOT_OFFICE
    return _OTHER


def work_of(report: Report) -> str:
    """How an answer calls the work: by its title, else by its root file."""
    return " ".join(report.manuscript.title.split()) or report.manuscript.root


def record(document: Document, answer: Answer, today: str, readers: str = "shared") -> str:
    """Write *answer*, beside *document* or where only the user reads it, and return its path. Raises `Failure`."""
    folder = answer_files.private_folder(document.top) if readers == "private" else answer_files.folder_for(document)
    if readers == "private":
        os.makedirs(os.path.join(data_folder(), "answers"), mode=0o700, exist_ok=True)
    else:
        _stop_at_link(document, folder)
    content = written(answer)
    name = f"{today}-{_slug(answer)}"
    for suffix in ("", *(f"-{n}" for n in range(2, MOST_A_DAY))):
        path = f"{folder}/{name}{suffix}.toml"
        try:
            write_new(os.path.join(document.top, path), content)
        except (FileExistsError, NotADirectoryError) as error:
            _stop_at_file(document, folder, error)
            continue
        return path
    raise Failure(_EXISTS, path)


def written(answer: Answer) -> bytes:
    """The file of *answer*. Raises `Failure` if it would not read back."""
    try:
        return compose(answer)[1].encode("utf-8")
    except UnicodeEncodeError as error:
        raise Failure(_NOT_TEXT) from error
    except BrokenData as error:
        raise Failure(error.text) from error


def _stop_at_link(document: Document, folder: str) -> None:
    """Raise `Failure` where ``.askfirst`` or its folder of answers is a link: it may lead out of the tree."""
    for place in (os.path.dirname(folder), folder):
        if os.path.islink(os.path.join(document.top, place)):
            raise Failure(_LINK, document.place(place))


def _stop_at_file(document: Document, folder: str, error: OSError) -> None:
    """Raise `Failure` where ``.askfirst`` or its folder of answers is a file."""
    for place in (os.path.dirname(folder), folder):
        path = os.path.join(document.top, place)
        if os.path.lexists(path) and not os.path.isdir(path):
            raise Failure(_NO_FOLDER, document.place(place)) from error


def _slug(answer: Answer) -> str:
    named = (*answer.institutions, *answer.people, *answer.countries, answer.kind)[0].removeprefix(PRINTED)
    slug = re.sub(r"[^a-z0-9]+", "-", plain(named).casefold()).strip("-")
    return slug[:_SLUG].strip("-") or answer.kind


def document_of(document: Document, readers: str) -> str:
    """The path of *document* as an answer names it: relative to the folder that holds ``.askfirst``, or to the tree.

    One in an archive has none: its answers know it by its title.
    """
    if document.archive:
        return ""
    if readers == "private":
        return document.path
    home = os.path.dirname(os.path.dirname(answer_files.folder_for(document)))
    return document.path[len(home) + 1 :] if home else document.path


def report_on(question: Question, answer: Answer, context: Context, language: str, readers: str = "shared") -> int:
    """Record *answer*, check again, and say what became of the question. Returns 0 when it is quiet, else 1."""
    document = question.checked.document
    answer = answer._replace(document=document_of(document, readers))
    path = record(document, answer, context.today, readers)
    shown = question.checked.outcome.place(path)
    say(_RECORDED.fill(file=shown), language)
    say(_ABOUT.fill(**question.told), language)
    if cut := shortened(answer):
        say(_CUT.fill(why=cut), language)
    again = check(document, context)
    now = next((f for f in flat(again.outcome.report.findings) if _same(f, question.finding)), None)
    for line in _became(now, answer, context.policy):
        say(line, language)
    for line in again.outcome.report.instructed:
        say(line, language)
    if step := next_step(document, shown, readers):
        say(step, language)
    return 0 if now is None or now.state == "answered" else 1


def _became(now: Finding | None, answer: Answer, policy: Policy) -> Iterator[Text]:
    """What an answer did to its question."""
    if now is None or now.state == "answered":
        yield _QUIET
        return
    kinds = reaching(now)
    if now.state == "pending":
        yield _WAITS
        if answer.kind not in kinds:
            yield _CLOSES.fill(kinds=_named(kinds, policy), written=OUTCOMES["go-ahead"])
        return
    yield _why_open(answer, now)
    yield _REACHING.fill(kinds=_named(kinds, policy))


def flat(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Every finding, its legs and the weaker ones behind it."""
    for finding in findings:
        yield from (finding, *finding.legs, *finding.also)


def _same(one: Finding, other: Finding) -> bool:
    return one.code == other.code and one.subject == other.subject


def _why_open(answer: Answer, finding: Finding) -> Text:
    if answer.kind not in reaching(finding):
        return _OPEN.fill(why=why_not(answer.kind, finding))
    if answer.outcome in NEGATIVE | {"not-competent", "hold"}:
        return _OPEN.fill(why=OUTCOMES[answer.outcome])
    return _OPEN.fill(why=_ELSE)


def _named(kinds: Iterable[str], policy: Policy) -> Text:
    from askfirst_checks.policy.wording import called

    words = [called(policy, kind) for kind in kinds]
    return Text("; ".join(word.en for word in words), "; ".join(word.de for word in words))
