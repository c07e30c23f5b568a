"""Which gates stand, as ``askfirst hook status`` shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst_checks.light import NamedTuple
from askfirst_checks.words import Text

_MOMENTS = {
    "pre-commit": Text("commit", "Commit"),
    "pre-merge-commit": Text("merge", "Merge"),
    "pre-push": Text("push", "Push"),
    "post-merge": Text("after a fast-forward", "nach einem Fast-Forward"),
    "post-rewrite": Text("after a rebase", "nach einem Rebase"),
}
_BY = {
    "askfirst": Text("askfirst asks ({path})", "askfirst fragt ({path})"),
    "advice": Text("askfirst asks and never stops ({path})", "askfirst fragt und hält nie auf ({path})"),
    "framework": Text(
        "the pre-commit framework asks, as its configuration names askfirst ({path})",
        "das pre-commit-Framework fragt, denn seine Konfiguration nennt askfirst ({path})",
    ),
    "other": Text(
        "a hook that is not askfirst's ({path}); askfirst hook install puts itself behind it",
        "ein Hook, der nicht von askfirst ist ({path}); askfirst hook install reiht sich dahinter ein",
    ),
    "nobody": Text("nobody asks; askfirst hook install", "niemand fragt; askfirst hook install"),
}
_CHAINED = Text(", behind the hook that was there before", ", hinter dem Hook, der vorher da war")
_NO_PUSH = Text(
    "Nothing is asked at a push, so a commit stops at every open question, old ones too.",
    "Vor einem Push wird nicht gefragt; deshalb hält ein Commit bei jeder offenen Frage an, auch bei alten.",
)
_PUSH = Text(
    "A commit stops at questions that are new and open; a push stops at all that are open.",
    "Ein Commit hält bei neuen offenen Fragen an, ein Push bei allen offenen.",
)
_UNASKED = Text(
    "git runs no hook for a cherry-pick or git am; the push asks about what they bring.",
    "Für cherry-pick und git am ruft git keinen Hook auf; der Push fragt nach dem, was sie mitbringen.",
)
_UNASKED_AT_ALL = Text(
    "git runs no hook for a cherry-pick or git am, and nothing is asked at a push: askfirst check asks about what "
    "they bring.",
    "Für cherry-pick und git am ruft git keinen Hook auf, und vor einem Push wird nicht gefragt: "
    "askfirst check fragt nach dem, was sie mitbringen.",
)
_OWN = Text(
    "Remotes that nobody outside can read, by your settings in {file}: {named}. A question that waits lets a push go "
    "there; an Overleaf remote never counts.",
    "Remotes, die niemand von außen lesen kann, laut Ihren Einstellungen in {file}: {named}. Dorthin darf ein Push, "
    "während eine Antwort aussteht; ein Overleaf-Remote zählt nie dazu.",
)
_NO_OWN = Text(
    "A push to a remote that nobody outside can read may go on while an answer is awaited, once {file} holds: "
    '[git] own_remotes = ["git.your-institute.example"]',
    "Ein Push auf ein Remote, das niemand von außen lesen kann, darf weiter, während eine Antwort aussteht, sobald "
    '{file} dies enthält: [git] own_remotes = ["git.ihr-institut.example"]',
)


_OVERLEAF = Text(
    "Note: {named} in {file} is Overleaf, which people outside your institution may read. It never counts: a push "
    "there is asked about like any other. Take it out of own_remotes.",
    "Hinweis: {named} in {file} ist Overleaf, das auch Leute außerhalb Ihrer Einrichtung lesen können. Es zählt nie: "
    "Vor einem Push dorthin wird gefragt wie vor jedem anderen. Nehmen Sie es aus own_remotes heraus.",
)


class Standing(NamedTuple):
    """What stands at one moment: the kind of hook, its path, who asks, and whether another hook runs first."""

    kind: str
    path: str
    by: str
    chained: bool = False


def render(gates: Sequence[Standing], file: str, own: Sequence[str], never: Sequence[str] = ()) -> Iterator[Text]:
    """One line for each gate, then what they stop at; *own* are the remotes that the settings in *file* name.

    Those among them that *never* count are told apart.
    """
    for gate in gates:
        said = _BY[gate.by].fill(path=gate.path)
        line = Text("{moment}: {said}{chained}", "{moment}: {said}{chained}")
        yield line.fill(moment=_MOMENTS[gate.kind], said=said, chained=_CHAINED if gate.chained else Text("", ""))
    by = {gate.kind: gate.by for gate in gates}
    push = by["pre-push"] in ("askfirst", "framework")
    if by["pre-commit"] in ("askfirst", "framework"):
        yield _PUSH if push else _NO_PUSH
    yield _UNASKED if push else _UNASKED_AT_ALL
    counting = [each for each in own if each not in never]
    yield _OWN.fill(file=file, named=", ".join(counting)) if counting else _NO_OWN.fill(file=file)
    if never:
        yield _OVERLEAF.fill(file=file, named=", ".join(never))
