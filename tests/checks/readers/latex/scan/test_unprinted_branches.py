r"""Branches that are not printed, and those that may be."""

from __future__ import annotations

import pytest

from askfirst_checks.readers.latex.scan.unprinted_branches import without_dead

DECLARED = "\\newif\\ifwide\n"
TRUE = DECLARED + "\\widetrue\n"
FALSE = DECLARED + "\\widefalse\n"
USE = "\\ifwide\nA\n\\else\nB\n\\fi\n"
BLANK = {
    "true": (TRUE + USE, "B"),
    "false": (FALSE + USE, "A"),
    "without else": (FALSE + "\\ifwide A\\fi C", "A"),
    "nested": (TRUE + "\\ifwide A\\ifx\\a\\b D\\else E\\fi\\else B\\fi C", "B"),
    "twice": (TRUE + USE + USE, "B"),
    "declared and set in one line": ("\\newif\\ifwide\\widefalse\n" + USE, "A"),
    "behind a closed condition": (DECLARED + "\\ifx\\a\\b\nX\n\\fi\n\\widefalse\n" + USE, "A"),
    "with a comment": (DECLARED + "\\widetrue % or \\widefalse\n".replace("\\widefalse", "not") + USE, "B"),
}
KEPT = {
    "never set": DECLARED + USE,
    "set twice": TRUE + "\\widefalse\n" + USE,
    "set behind": DECLARED + USE + "\\widetrue\n",
    "set in a group": DECLARED + "{\n\\widetrue\n}\n{\n" + USE,
    "set in an open group": DECLARED + "\\begingroup\n\\widetrue\n\\endgroup\n" + USE,
    "set by a macro": DECLARED + "\\newcommand{\\x}{\\widetrue}\n" + USE,
    "set in a comment": DECLARED + "% \\widetrue\n" + USE,
    "declared elsewhere": "\\widetrue\n" + USE,
    "never closed": TRUE + "\\ifwide A \\else B",
    "set in a condition": DECLARED + "\\ifx\\a\\b\n\\widetrue\n\\fi\n" + USE,
    "set in a condition's line": DECLARED + "\\ifdraft\\widetrue\\fi\n" + USE,
    "another switch": TRUE + "\\ifwider A\\else B\\fi",
}


@pytest.mark.parametrize(("text", "gone"), BLANK.values(), ids=BLANK)
def test_a_dead_branch_is_blank_and_all_else_in_its_place(text: str, gone: str) -> None:
    after = without_dead(text)
    assert gone not in after
    assert len(after) == len(text)
    assert after.count("\n") == text.count("\n")
    assert {"A": "B", "B": "A"}[gone] in after or "C" in after


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_a_branch_that_may_be_printed_is_read(text: str) -> None:
    assert without_dead(text) == text
