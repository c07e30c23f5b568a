"""``askfirst explain``: a rule's page, or all rules in a sentence each."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from askfirst_checks.policy import Policy

SUMMARY = Text(
    "show what a rule sees, why it asks, and what to do",
    "zeigt, was eine Regel sieht, warum sie fragt und was zu tun ist",
)
_RULE = Text(
    "code or name of a rule (AF101); without one, all rules",
    "Code oder Name einer Regel (AF101); ohne Angabe alle Regeln",
)
_JURISDICTION = Text(
    "in whose words (default: as configured, else de)", "in wessen Worten (Vorgabe: wie eingestellt, sonst de)"
)
_UNKNOWN = Text(
    "no rule is called {name}; askfirst explain lists them all", "keine Regel heißt {name}; askfirst explain zeigt alle"
)


def options(parser: ArgumentParser, language: str) -> None:
    """Declare the arguments."""
    parser.add_argument("rule", nargs="?", metavar="CODE", help=_RULE.said(language))
    parser.add_argument("--jurisdiction", metavar="CODE", default="", help=_JURISDICTION.said(language))


def run(arguments: Namespace) -> int:
    """Print the page, or the list. Raises `Failure` and `BrokenData`."""
    from askfirst.errors import Failure
    from askfirst.language import from_environment
    from askfirst_checks import rules

    language = arguments.lang or from_environment()
    policy = _policy(arguments.jurisdiction)
    if arguments.rule is None:
        for code in rules.names():
            page = rules.page_in(policy, code)
            print(f"{code}  {page.name.said(language)}")
            print(_wrapped(page.page.said(language).partition("\n\n")[0], "       "))
        return 0
    try:
        page = rules.page_in(policy, arguments.rule)
    except KeyError as error:
        raise Failure(_UNKNOWN.fill(name=arguments.rule)) from error
    print(f"{page.code} {page.name.said(language)}")
    for paragraph in page.page.said(language).split("\n\n"):
        print(f"\n{_wrapped(paragraph)}")
    return 0


def _policy(given: str) -> Policy:
    """The jurisdiction that was given, else the one that the settings of this folder name, else the usual one."""
    from askfirst import checking, committed
    from askfirst_checks.policy import load

    return load(given or committed.jurisdiction(checking.settings_for([]), "", strict=False)[0])


def _wrapped(paragraph: str, indent: str = "") -> str:
    from askfirst.formats.clean import wrap
    from askfirst.terminal import width

    return "\n".join(wrap(paragraph, width(), indent, indent))
