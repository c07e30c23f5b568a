"""The walk through the open questions: plain lines in, plain lines out, in any terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence

from askfirst.checking import Checked, Context, check
from askfirst.errors import NOTHING_OPEN, OPEN_QUESTIONS, Failure
from askfirst.formats import Options
from askfirst.formats.clean import clean, columns, wrap
from askfirst.formats.command import may_be_misread
from askfirst.formats.full import question_block
from askfirst.recording import NOT_THIS, OWN, Question, covering, fitting, reaching, report_on, why_not, work_of
from askfirst.terminal import is_colored, say, width
from askfirst_checks.answers import Answer
from askfirst_checks.kinds import KINDS, OUTCOMES
from askfirst_checks.model import Finding
from askfirst_checks.words import Text, same

_KEYS = {
    "yes": ({"y", "yes", "j", "ja"}, Text("[y] asked or answered", "[j] gefragt oder beantwortet")),
    "no": ({"n", "no", "nein"}, Text("[n] not yet", "[n] noch nicht")),
    "this": ({"t", "a"}, Text("[t] not this institution", "[a] andere Einrichtung")),
    "skip": ({"s", "skip", ""}, Text("[s] skip", "[s] später")),
    "back": ({"b", "back", "z", "zurück"}, Text("[b] back", "[z] zurück")),
    "quit": ({"q", "quit", "e", "ende"}, Text("[q] quit", "[e] Ende")),
}
_DECIDED = {
    "state-decision": {
        "no-licence-needed": Text("the cooperation may go on", "die Zusammenarbeit kann weitergehen"),
        "licence-needed": Text("it needs a licence first", "sie braucht zuerst eine Genehmigung"),
        "refused": Text("the cooperation stays suspended", "die Zusammenarbeit bleibt ausgesetzt"),
        "not-competent": Text("another authority decides", "eine andere Behörde entscheidet"),
    },
    "export-control-office": {
        "no-licence-needed": Text("the draft may travel", "der Entwurf kann verschickt werden"),
        "licence-needed": Text("a licence is needed first", "zuerst ist eine Genehmigung nötig"),
        "refused": Text("the draft should not travel", "der Entwurf sollte nicht verschickt werden"),
        "not-competent": Text("someone else decides", "jemand anderes entscheidet"),
    },
}
"""What an answer of these kinds can say, by outcome: neither of them grants a licence"""
_DONE = Text("Answered in this run; Enter goes on.", "In diesem Lauf beantwortet; Enter geht weiter.")
_COUNT = Text("Question {n} of {all}", "Frage {n} von {all}")
_NOTHING = Text("Nothing is open here.", "Hier ist nichts offen.")
_LEFT = Text("{n} answered in this run, {open} still open.", "{n} in diesem Lauf beantwortet, {open} noch offen.")
_AGAIN = Text("Please answer with one of these letters.", "Bitte mit einem dieser Buchstaben antworten.")
_ASK_FIRST = Text(
    "Then ask before the draft travels: {contact}. The question stays open.",
    "Dann fragen Sie, bevor der Entwurf verschickt wird: {contact}. Die Frage bleibt offen.",
)
_STAYS = Text("The question stays open.", "Die Frage bleibt offen.")
_WHICH = Text(
    "What is there? A number, or Enter to leave it open:",
    "Was liegt vor? Eine Zahl, oder Enter, um es offen zu lassen:",
)
_OTHERS = Text("Not enough for this question:", "Für diese Frage reicht nicht:")
_REFERENCE = Text("Reference of the letter or decision: ", "Aktenzeichen des Schreibens oder der Entscheidung: ")
_ASKED = Text("Asked on (2026-09-14; Enter: not known): ", "Angefragt am (2026-09-14; Enter: nicht bekannt): ")
_ANSWERED = Text("Answered on (Enter: no answer yet): ", "Beantwortet am (Enter: noch keine Antwort): ")
_UNTIL = Text("Valid until (Enter: a year from the answer): ", "Gültig bis (Enter: ein Jahr ab der Antwort): ")
_BY = Text("Who stands by this answer: ", "Wer für diese Antwort einsteht: ")
REASON = Text("Reasons, in a sentence: ", "Gründe, in einem Satz: ")
_OUTCOME = Text("What does the answer say? A number:", "Was besagt die Antwort? Eine Zahl:")
_DATE = Text("That is no date; write it as 2026-09-14.", "Das ist kein Datum; schreiben Sie es als 2026-09-14.")
_NEEDED = Text("This is needed here.", "Das wird hier gebraucht.")


class Quit(Exception):
    """The person has had enough, or the input has ended."""


class Back(Exception):
    """The person wants to see the question again."""


def walk(checked: Sequence[Checked], about: Sequence[str], context: Context, language: str) -> int:
    """Ask about every open question that fits *about*. Returns 0 when none of them is left open."""
    waiting = fitting(checked, about)
    if not waiting:
        say(_NOTHING, language)
        return NOTHING_OPEN
    done: set[int] = set()
    try:
        _through(waiting, done, context, language)
    except Quit:
        print()
    left = len(fitting([check(each.document, context) for each in checked], about))
    say(_LEFT.fill(n=len(done), open=left), language)
    return OPEN_QUESTIONS if left else NOTHING_OPEN


def _through(waiting: Sequence[Question], done: set[int], context: Context, language: str) -> None:
    at = 0
    while at < len(waiting):
        question = waiting[at]
        _show(question, at + 1, len(waiting), language)
        if at in done:
            say(_DONE, language)
        choice = _choice(question.finding, language)
        if choice == "quit":
            raise Quit
        if choice == "back":
            at = max(at - 1, 0)
            continue
        if choice == "no":
            say(_whom(question), language)
        elif choice in ("yes", "this"):
            try:
                if _answered(question, choice, context, language):
                    done.add(at)
            except Back:
                continue
        at += 1


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
        given = _input("> ").casefold()
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


def _answered(question: Question, choice: str, context: Context, language: str) -> bool:
    try:
        answer = _gather(question, choice, context, language)
        return answer is not None and report_on(question, answer, context, language) == 0
    except Failure as error:
        say(same(error.said(language)), language)
        return False


def _gather(question: Question, choice: str, context: Context, language: str) -> Answer | None:
    kind = NOT_THIS if choice == "this" else _kind(question.finding, language)
    if kind is None:
        return None
    answer = covering(Answer("", kind, "pending", work=work_of(question.checked.outcome.report)), question.finding)
    if kind in OWN:
        answer = answer._replace(
            outcome="no-licence-needed", answered=context.today, reason=text(REASON, language, needed=True)
        )
        return answer._replace(by=text(_BY, language))
    answer = answer._replace(asked=_date(_ASKED, language), answered=_date(_ANSWERED, language))
    answer = answer._replace(
        reference=text(_REFERENCE, language, needed=kind == "state-decision" and bool(answer.answered))
    )
    if answer.answered:
        answer = answer._replace(outcome=_outcome(kind, language), valid_until=_date(_UNTIL, language))
    return answer._replace(by=text(_BY, language))


def _kind(finding: Finding, language: str) -> str | None:
    kinds = [kind for kind in reaching(finding) if kind != NOT_THIS]
    say(_WHICH, language)
    for number, kind in enumerate(kinds, 1):
        print(f"  {number} {KINDS[kind].said(language)}")
    print("  " + _OTHERS.said(language))
    for line in _too_short(finding, [kind for kind in KINDS if kind not in (*kinds, NOT_THIS)], language):
        print(line)
    chosen = _number(len(kinds), language, optional=True)
    return kinds[chosen - 1] if chosen else None


def _too_short(finding: Finding, kinds: Sequence[str], language: str) -> Iterator[str]:
    """The kinds that do not reach *finding*, those with the same reason together."""
    why: dict[str, list[str]] = {}
    for kind in kinds:
        why.setdefault(why_not(kind, finding).said(language), []).append(KINDS[kind].said(language))
    for reason, named in why.items():
        yield from wrap(f"{', '.join(named)}: {reason}", width(), "    - ", "      ")


def _outcome(kind: str, language: str) -> str:
    said = _DECIDED.get(kind, OUTCOMES)
    outcomes = [outcome for outcome in said if outcome != "pending"]
    say(_OUTCOME, language)
    for number, outcome in enumerate(outcomes, 1):
        print(f"  {number} {said[outcome].said(language)}")
    return outcomes[_number(len(outcomes), language, optional=False) - 1]


def _number(most: int, language: str, optional: bool) -> int:
    while True:
        given = _input("> ")
        if not given and optional:
            return 0
        if given.casefold() in _KEYS["back"][0]:
            raise Back
        if given.casefold() in _KEYS["quit"][0]:
            raise Quit
        if given.isascii() and given.isdigit() and 1 <= int(given) <= most:
            return int(given)
        say(Text("A number from 1 to {most}, please.", "Bitte eine Zahl von 1 bis {most}.").fill(most=most), language)


def _date(prompt: Text, language: str) -> str:
    def fits(given: str) -> bool:
        from datetime import date

        try:
            return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", given)) and bool(date.fromisoformat(given))
        except ValueError:
            return False

    return _asked(prompt, language, lambda given: not given or fits(given), _DATE)


def text(prompt: Text, language: str, needed: bool = False) -> str:
    """A line of text, asked for again where it is *needed* and empty. Raises `Quit`."""
    return _asked(prompt, language, lambda given: bool(given) or not needed, _NEEDED)


def _asked(prompt: Text, language: str, fits: Callable[[str], bool], complaint: Text) -> str:
    while True:
        given = _input(prompt.said(language))
        if fits(given):
            return given
        say(complaint, language)


def _input(prompt: str) -> str:
    """One line, without what a terminal could act on. Raises `Quit` at its end."""
    try:
        given = clean(input(prompt)).strip()
    except EOFError as error:
        raise Quit from error
    except KeyboardInterrupt:
        print()
        raise
    if not sys.stdin.isatty():
        print()  # a terminal shows the Enter that ends the line, a pipe does not
    return given
