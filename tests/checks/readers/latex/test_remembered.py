"""The author block of a manuscript is read again exactly when it, or where it stands, changed."""

from __future__ import annotations

import pytest

from askfirst_checks.model import Manuscript, Unreadable
from askfirst_checks.readers.latex import read, remembered
from askfirst_checks.words import same

PAPER = r"""\documentclass{article}
\newcommand{\inst}{Technical University, Berlin, Germany}
\author{Anna Beispiel}
\affiliation{\inst}
\begin{document}
\maketitle
Body.
\end{document}
"""


class Tree:
    """Files in memory."""

    def __init__(self, **files: str) -> None:
        self.files = {name + ".tex": text for name, text in files.items()}

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise Unreadable(same("missing"))
        return self.files[path].encode()

    def exists(self, path: str) -> bool:
        return path in self.files


def fresh(text: str, **more: str) -> Manuscript:
    remembered._books.clear()
    return read(Tree(paper=text, **more), "paper.tex")


CHANGES = [
    ("Body.", "Body, typed on."),
    ("Body.", "Body.\n\\section{One}"),
    ("Body.", "\\author{Bernd Muster}\\affiliation{Body, Paris, France}"),
    ("Anna", "Hanna"),
    ("Berlin", "Vienna"),
    ("\\documentclass{article}\n", "\\documentclass{article} "),
    ("\\documentclass{article}\n", "\\documentclass{article}\n\n"),
    ("{article}", "{report}\n%"),
    ("\\affiliation{\\inst}", "\\affiliation{\\inst }"),
]


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_a_remembered_reading_is_a_fresh_one(old: str, new: str) -> None:
    changed = PAPER.replace(old, new, 1)
    assert changed != PAPER
    expected = fresh(changed)
    fresh(PAPER)
    assert read(Tree(paper=changed), "paper.tex") == expected


def test_an_author_block_in_another_file_is_not_taken_for_unchanged() -> None:
    paper = "\\documentclass{article}\n\\begin{document}\n\\author{\\input{names}}\n\\end{document}\n"
    expected = fresh(paper, names="Bernd Muster")
    fresh(paper, names="Anna Beispiel")
    assert read(Tree(paper=paper, names="Bernd Muster"), "paper.tex") == expected


def test_typing_in_the_body_reads_no_author_again(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh(PAPER)

    class Never:
        def __init__(self, _: object) -> None:
            raise AssertionError("the author block was read again")

    monkeypatch.setattr(remembered, "Engine", Never)
    assert read(Tree(paper=PAPER.replace("Body.", "Body, typed on.")), "paper.tex").authors
    with pytest.raises(AssertionError):
        read(Tree(paper=PAPER.replace("Anna", "Hanna")), "paper.tex")


MARKED = r"""\documentclass{article}
\author{Anna Beispiel$^1$, Bernd Muster$^2$}
\begin{document}
\maketitle
$^1$Sample University, Oldtown\\
$^2$Trial Institute, Newtown
\begin{abstract}Text.\end{abstract}
Body.
\end{document}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Trial Institute, Newtown", "Trial Institute, Iran"),
        ("\\maketitle\n", "\\maketitle\n\n"),
        ("$^2$Trial", "$^3$Trial"),
        ("Body.", "Body, typed on."),
        ("Text.", "Text, typed on."),
    ],
)
def test_text_that_explains_marks_is_looked_at_again(old: str, new: str) -> None:
    fresh(MARKED)
    changed = MARKED.replace(old, new)
    again = read(Tree(paper=changed), "paper.tex")
    assert again == fresh(changed)


def test_marks_explained_in_the_text_are_remembered_while_the_body_is_typed() -> None:
    fresh(MARKED)
    (book,) = remembered._books.values()
    read(Tree(paper=MARKED.replace("Body.", "Body, typed on.")), "paper.tex")
    assert [*remembered._books.values()] == [book]
