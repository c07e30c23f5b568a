"""``askfirst explain``: a rule's page, or all rules in a line each."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SUMMARY = Text(
    "show what a rule sees, why it asks, and what to do",
    "zeigt, was eine Regel sieht, warum sie fragt und was zu tun ist",
)
_RULE = Text(
    "code or name of a rule (AF101); without one, all rules",
    "Code oder Name einer Regel (AF101); ohne Angabe alle Regeln",
)
_UNKNOWN = Text(
    "no rule is called {name}; askfirst explain lists them all", "keine Regel heißt {name}; askfirst explain zeigt alle"
)


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("rule", nargs="?", metavar="CODE", help=_RULE.said(language))


def run(arguments: Namespace) -> int:
    """Print the page, or the list."""
    from askfirst.errors import Failure
    from askfirst.language import from_environment
    from askfirst_checks import rules

    language = arguments.lang or from_environment()
    if arguments.rule is None:
        for code in rules.names():
            page = rules.page(code)
            print(f"{code}  {page.name.said(language):26}  {page.page.said(language).partition(chr(10))[0]}".rstrip())
        return 0
    try:
        page = rules.page(arguments.rule)
    except KeyError as error:
        raise Failure(_UNKNOWN.fill(name=arguments.rule)) from error
    print(f"{page.code} {page.name.said(language)}\n\n{page.page.said(language)}")
    return 0
