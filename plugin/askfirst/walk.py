"""The walk through the open questions: plain lines in, plain lines out, in any terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst import prompts, readership
from askfirst.checking import Checked, Context, check
from askfirst.errors import NOTHING_OPEN, OPEN_QUESTIONS, Failure, failed
from askfirst.formats import Options
from askfirst.formats.clean import clean, columns, wrap
from askfirst.formats.command import may_be_misread, quoted
from askfirst.formats.full import question_block
from askfirst.prompts import Back, Draft, Quit, Skip
from askfirst.recording import (
    NOT_THIS,
    OWN,
    Question,
    covering,
    document_of,
    fitting,
    reaching,
    report_on,
    why_not,
    work_of,
    written,
)
from askfirst.terminal import is_colored, say, width
from askfirst_checks.answers import Answer
from askfirst_checks.kinds import GROUNDS, INSTRUCTIONS, KINDS, OFFICE, OUTCOMES
from askfirst_checks.model import Finding
from askfirst_checks.policy import Policy
from askfirst_checks.words import Text, same

_KEYS = {
    "yes": (prompts.YES, Text("[y] asked or answered", "[j] gefragt oder beantwortet")),
    "no": (prompts.NO, Text("[n] not yet", "[n] noch nicht")),
    "draft": (prompts.DRAFT, Text("[d] draft the enquiry", "[d] Anfrage schreiben")),
    "this": (frozenset({"t", "a"}), Text("[t] not this institution", "[a] andere Einrichtung")),
    "skip": (prompts.SKIP | {""}, Text("[s] skip", "[s] später")),
    "back": (prompts.BACK, Text("[b] back", "[z] zurück")),
    "quit": (prompts.QUIT, Text("[q] quit", "[e] Ende")),
}
_DECIDED = {
    "state-decision": {
        "no-licence-needed": Text("the cooperation may go on", "die Zusammenarbeit kann weitergehen"),
        "licence-needed": Text("it needs a licence first", "sie braucht zuerst eine Genehmigung"),
        "refused": Text("the cooperation stays suspended", "die Zusammenarbeit bleibt ausgesetzt"),
        "not-competent": Text("another authority decides", "eine andere Behörde entscheidet"),
    },
    "export-control-office": {
        "no-licence-needed": Text("the draft may be sent", "der Entwurf kann verschickt werden"),
        "licence-needed": Text("a licence is needed first", "zuerst ist eine Genehmigung nötig"),
        "refused": Text("the draft should not be sent", "der Entwurf sollte nicht verschickt werden"),
        "not-competent": Text("someone else decides", "jemand anderes entscheidet"),
        "go-ahead": Text("written instruction: it may go on", "schriftliche Weisung: es darf weitergehen"),
        "hold": Text("written instruction: it is to wait", "schriftliche Weisung: es soll gewartet werden"),
    },
}
"""What an answer of these kinds can say, by outcome: neither of them grants a licence"""
_DONE = Text("Answered in this run; Enter goes on.", "In diesem Lauf beantwortet; weiter mit Enter.")
_COUNT = Text("Question {n} of {all}", "Frage {n} von {all}")
_NOTHING = Text("Nothing is open here.", "Hier ist nichts offen.")
_LEFT = Text("{n} answered in this run, {open} still open.", "{n} in diesem Lauf beantwortet, {open} noch offen.")
_AGAIN = Text("Please answer with one of these letters.", "Bitte mit einem dieser Buchstaben antworten.")
_ASK_FIRST = Text(
    "Then ask before you send the draft: {contact}. The question stays open.",
    "Dann fragen Sie, bevor der Entwurf verschickt wird: {contact}. Die Frage bleibt offen.",
)
_STAYS = Text("The question stays open.", "Die Frage bleibt offen.")
_LETTER = Text("The enquiry: {command}", "Die Anfrage: {command}")
_WHICH = Text(
    "Which answer do you have? Number (Enter: leave open):",
    "Was liegt Ihnen vor? Nummer eingeben (Enter: Frage offen lassen):",
)
_OTHERS = Text(
    "These can be recorded, too, and do not close it by themselves:",
    "Auch das lässt sich festhalten, schließt die Frage aber nicht allein ab:",
)
_REFERENCE = Text("Reference of the letter or decision: ", "Aktenzeichen des Schreibens oder der Entscheidung: ")
_ASKED = Text(
    "Asked on (D.M.YYYY or “today”; Enter: unknown): ", "Angefragt am (TT.MM.JJJJ oder „heute“; Enter: unbekannt): "
)
_ASKED_NEEDED = Text("Asked on (D.M.YYYY or “today”): ", "Angefragt am (TT.MM.JJJJ oder „heute“): ")
_ANSWERED = Text("Answered on (Enter: no answer yet): ", "Beantwortet am (Enter: noch keine Antwort): ")
_UNTIL = Text("Valid until (Enter: a year from the answer): ", "Gültig bis (Enter: ein Jahr ab der Antwort): ")
_BY = Text("Responsible for this record (name): ", "Verantwortlich für diese Angabe (Name): ")
REASON = Text("Reasons (one sentence): ", "Begründung (ein Satz): ")
_GROUND = Text("What does it rest on? Number (Enter: leave out):", "Worauf beruht sie? Nummer (Enter: weglassen):")
_OUTCOME = Text("What does the answer say? Number:", "Was besagt die Antwort? Nummer:")
_SUMMARY = Text("This will be recorded:", "Das wird festgehalten:")
_CONFIRM = Text("Record this? [y/n] ", "Festhalten? [j/n] ")
_DROPPED = Text("Nothing was recorded.", "Nichts wurde festgehalten.")
_AGAIN = Text("Please answer with one of these letters.", "Bitte mit einem dieser Buchstaben antworten.")


def walk(checked: Sequence[Checked], about: Sequence[str], context: Context, language: str, readers: str = "") -> int:
    """Ask about every open question that fits *about*. Returns 0 when none of them is left open."""
    waiting = fitting(checked, about)
    if not waiting:
        say(_NOTHING, language)
        return NOTHING_OPEN
    say(prompts.WAYS, language)
    done: set[int] = set()
    try:
        _through(waiting, done, context, language, readers)
    except Quit:
        print()
    left = len(fitting([check(each.document, context) for each in checked], about))
    say(_LEFT.fill(n=len(done), open=left), language)
    return OPEN_QUESTIONS if left else NOTHING_OPEN


def _through(waiting: Sequence[Question], done: set[int], context: Context, language: str, readers: str) -> None:
    at = 0
    while at < len(waiting):
        question = waiting[at]
        _show(question, at + 1, len(waiting), language)
        if at in done:
            say(_DONE, language)
        try:
            if _taken(question, context, language, readers):
                done.add(at)
        except Back:
            at = max(at - 1, 0)
            continue
        except _Again:
            continue
        except Skip:
            pass
        at += 1


class _Again(Exception):
    """The same question is to be shown once more."""


def _taken(question: Question, context: Context, language: str, readers: str) -> bool:
    """Whether the way chosen at *question* answered it. Raises `Back`, `Skip`, `Quit` and `_Again`."""
    choice = _choice(question.finding, language)
    if choice == "quit":
        raise Quit
    if choice == "back":
        raise Back
    if choice == "draft":
        _draft(question, language)
        raise _Again
    if choice == "no":
        say(_whom(question), language)
        say(_LETTER.fill(command=" ".join(["askfirst draft", *map(quoted, _letter(question))])), language)
    if choice not in ("yes", "this"):
        return False
    try:
        return _answered(question, choice, context, language, readers)
    except Back as error:
        raise _Again from error
    except Draft as error:
        _draft(question, language)
        raise _Again from error


def _letter(question: Question) -> list[str]:
    """The words behind ``askfirst draft`` for the enquiry about *question*."""
    outcome, finding = question.checked.outcome, question.finding
    about = [*finding.subject.institutions, *finding.subject.countries, finding.code][0]
    return [outcome.place(outcome.report.manuscript.root), "--for", about]


def _draft(question: Question, language: str) -> None:
    """Write the enquiry; what goes wrong there is said, and the walk goes on."""
    from askfirst.commands.draft import write

    try:
        write(_letter(question), language)
    except BrokenPipeError:
        raise
    except Exception as error:
        failed(error, language)


def _whom(question: Question) -> Text:
    contact = question.checked.outcome.report.contact
    if not contact:
        return _STAYS
    return _ASK_FIRST.fill(contact=Text("; ".join(line.en for line in contact), "; ".join(line.de for line in contact)))


def _show(question: Question, number: int, count: int, language: str) -> None:
    options = Options(language=language, color=is_colored("auto"), width=width())
    print(f"\n{_COUNT.fill(n=number, all=count).said(language)}\n")
    print("\n".join(question_block(question.checked.outcome, question.finding, options)))


def _choice(finding: Finding, language: str) -> str:
    offered = {name: each for name, each in _KEYS.items() if name != "this" or may_be_misread(finding)}
    print()
    for line in _lines([words.said(language) for _, words in offered.values()]):
        print(line)
    while True:
        given = prompts.line("> ").casefold()
        for name, (keys, _) in offered.items():
            if given in keys:
                return name
        say(_AGAIN, language)


def _lines(choices: Sequence[str]) -> Iterator[str]:
    """*choices* side by side, none of them broken."""
    line = ""
    for choice in choices:
        if line and columns(line) + 3 + columns(choice) > width():
            yield line
            line = ""
        line = f"{line}   {choice}" if line else choice
    yield line


def _answered(question: Question, choice: str, context: Context, language: str, readers: str) -> bool:
    try:
        answer = _gather(question, choice, context, language)
        if answer is None:
            return False
        chosen = readership.known(question.checked.document, readers) or _readers(language)
        _summary(answer._replace(document=document_of(question.checked.document, chosen)), language)
        if not prompts.is_yes(_CONFIRM, language):
            say(_DROPPED, language)
            return False
        return report_on(question, answer, context, language, chosen) == 0
    except Failure as error:
        say(same(error.said(language)), language)
        return False


def _readers(language: str) -> str:
    """Who may read the answers: asked once, and remembered."""
    say(readership.ASK, language)
    chosen = readership.READERS[(prompts.number(2, language, optional=True) or 1) - 1]
    readership.remember(chosen)
    say(readership.CHANGE, language)
    return chosen


def _summary(answer: Answer, language: str) -> None:
    """What will stand in the file, before it does. Raises `Failure` where it would not read back."""
    text = written(answer).decode("utf-8")
    say(_SUMMARY, language)
    for each in text.splitlines():
        if each:
            print("  " + clean(each))


def _gather(question: Question, choice: str, context: Context, language: str) -> Answer | None:
    kind = NOT_THIS if choice == "this" else _kind(question.finding, context.policy, language)
    if kind is None:
        return None
    answer = covering(Answer("", kind, "", work=work_of(question.checked.outcome.report)), question.finding)
    if kind == "own-assessment" and _is_about_content(question.finding):
        from askfirst.assessing import assess

        assessed = assess(answer, question.checked.outcome.report.manuscript, context.today, language)
        if assessed is None:
            say(_LETTER.fill(command=" ".join(["askfirst draft", *map(quoted, _letter(question))])), language)
            return None
        return assessed._replace(by=prompts.words(_BY, language))
    if kind in OWN:
        answer = answer._replace(answered=context.today, reason=prompts.words(REASON, language, needed=True))
        if kind != NOT_THIS:
            answer = answer._replace(ground=_ground(language))
        return answer._replace(by=prompts.words(_BY, language))
    return _given_by_others(answer, context, language)


def _is_about_content(finding: Finding) -> bool:
    """Whether what the work contains decides: a measure about items is under it."""
    return any(ground.layer == "item" for ground in finding.grounds)


def _given_by_others(answer: Answer, context: Context, language: str) -> Answer:
    today = context.today
    answer = answer._replace(outcome="pending", asked=prompts.day(_ASKED, language, today))
    answer = answer._replace(answered=prompts.day(_ANSWERED, language, today))
    if not answer.answered and not answer.asked:
        answer = answer._replace(asked=prompts.day(_ASKED_NEEDED, language, today, needed=True))
    needed = bool(answer.answered) and answer.kind != OFFICE
    answer = answer._replace(reference=prompts.words(_REFERENCE, language, needed=needed))
    if answer.answered:
        answer = answer._replace(outcome=_outcome(answer.kind, language))
        if answer.outcome in INSTRUCTIONS and not answer.reference:
            answer = answer._replace(reference=prompts.words(_REFERENCE, language, needed=True))
        answer = answer._replace(valid_until=prompts.day(_UNTIL, language, today))
    return answer._replace(by=prompts.words(_BY, language))


def _ground(language: str) -> str:
    say(_GROUND, language)
    for number, said in enumerate(GROUNDS.values(), 1):
        print(f"  {number} {said.said(language)}")
    chosen = prompts.number(len(GROUNDS), language, optional=True)
    return list(GROUNDS)[chosen - 1] if chosen else ""


def _kind(finding: Finding, policy: Policy, language: str) -> str | None:
    """The kind that lies there: those that close the question first, then those that can be recorded all the same."""
    kinds = [kind for kind in reaching(finding) if kind != NOT_THIS]
    others = [kind for kind in KINDS if kind not in (*kinds, *OWN)]
    say(_WHICH, language)
    for number, kind in enumerate(kinds, 1):
        for line in wrap(_explained(kind, policy, language), width(), f"  {number} ", "    "):
            print(line)
    print("  " + _OTHERS.said(language))
    for number, kind in enumerate(others, len(kinds) + 1):
        says = f"{_explained(kind, policy, language)} ({why_not(kind, finding).said(language)})"
        for line in wrap(says, width(), f"  {number} ", "    "):
            print(line)
    chosen = prompts.number(len(kinds) + len(others), language, optional=True)
    return [*kinds, *others][chosen - 1] if chosen else None


def _explained(kind: str, policy: Policy, language: str) -> str:
    from askfirst_checks.policy.wording import called, explained

    return f"{called(policy, kind).said(language)}: {explained(policy, kind).said(language)}"


def _outcome(kind: str, language: str) -> str:
    said = _DECIDED.get(kind, OUTCOMES)
    outcomes = [each for each in said if each != "pending" and (kind == OFFICE or each not in INSTRUCTIONS)]
    say(_OUTCOME, language)
    for number, outcome in enumerate(outcomes, 1):
        print(f"  {number} {said[outcome].said(language)}")
    return outcomes[prompts.number(len(outcomes), language, optional=False) - 1]
