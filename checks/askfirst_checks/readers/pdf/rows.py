"""The words of a page as rows: what stands on one baseline, with the marks raised beside it, cut at wide gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.pdf.letters import ACCENTS, composed, dotted
from askfirst_checks.readers.pdf.show import Run
from askfirst_checks.readers.word.paragraph import Piece

APART = "\u2003"
"""stands for a gap that is wider than one between words"""
_LEVEL = 0.12
"""of the size: baselines that differ by less are one"""
_HIGHEST = 0.8
_SMALL = 0.87
_BESIDE = 0.75
_BLANK = 0.13
_APART = 0.62
"""of the size: a gap that parts two names, where names stand in a row"""
_WIDE = 1.25
"""of the size: a gap that parts two cells"""
_MARK = pattern(r"[\s\d,;*∗⋆†‡§¶‖#✉a-zA-Z()\[\]+&-]{1,24}")
_MOST_EDGES = 300
_LINES = 5
"""numbers down the margin that count the lines"""


class Row(NamedTuple):
    """A stretch of words on one baseline, without a wide gap."""

    pieces: tuple[Piece, ...]
    x: float
    y: float
    end: float
    size: float

    @property
    def text(self) -> str:
        """The words."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def middle(self) -> float:
        """The middle of it, from the left."""
        return (self.x + self.end) / 2


class _Line:
    def __init__(self, run: Run) -> None:
        self.y = run.y
        self.size = run.size
        self.runs = [run]

    def holds(self, run: Run) -> bool:
        """Whether *run*, whose type is no larger, belongs here."""
        up = run.y - self.y
        if abs(up) <= _LEVEL * self.size:
            return True
        if run.size > _SMALL * self.size or not 0 < up <= _HIGHEST * self.size:
            return False
        near = _BESIDE * self.size
        return _MARK.fullmatch(run.text) is not None and any(
            abs(run.x - one.end) < near or abs(one.x - run.end) < near for one in self.runs
        )


def rows(runs: Sequence[Run]) -> list[list[Row]]:
    """The rows of *runs* from top to bottom; those of one baseline together, from left to right."""
    lines: list[_Line] = []
    runs = _unnumbered([run for run in runs if run.text.strip(ACCENTS)])
    near: dict[int, list[_Line]] = {}
    for run in sorted(runs, key=lambda one: (-round(one.size, 1), one.x)):
        bucket = int(run.y // 8)
        keys = (bucket, bucket - 1, bucket - 2, bucket + 1)
        found = next((line for key in keys for line in near.get(key, ()) if line.holds(run)), None)
        if found is not None:
            found.runs.append(run)
            continue
        line = _Line(run)
        lines.append(line)
        near.setdefault(int(run.y // 8), []).append(line)
    lines.sort(key=lambda line: -line.y)
    return [_cells(line) for line in lines]


def _unnumbered(runs: list[Run]) -> list[Run]:
    """*runs* without the numbers that count the lines down the margin."""
    aligned: dict[int, list[Run]] = {}
    for run in runs:
        bare = run.text.strip()
        if bare.isdecimal() and len(bare) < 5 and len(aligned) < _MOST_EDGES and not _touches(run, runs):
            for edge in {round(run.x / 3), round(run.end / 3) + 10_000}:
                aligned.setdefault(edge, []).append(run)
    margin: set[Run] = set()
    for group in aligned.values():
        counted = [int(run.text) for run in sorted(group, key=lambda run: -run.y)]
        steps = [after - before for before, after in pairwise(counted)]
        if len(counted) >= _LINES and 4 * sum(step == steps[0] > 0 for step in steps) >= 3 * len(steps):
            margin.update(group)
    return [run for run in runs if run not in margin]


def _touches(run: Run, runs: Sequence[Run]) -> bool:
    """Whether words stand right behind *run*, as behind the mark of an affiliation."""
    beside = [one for one in runs if abs(one.y - run.y) < one.size and one is not run and one.x > run.end - 1]
    return any(one.x - run.end < (1.3 if run.y > one.y + 0.1 * one.size else 0.5) * one.size for one in beside)


def _cells(line: _Line) -> list[Row]:
    cells: list[list[Run]] = []
    for run in sorted(line.runs, key=lambda one: one.x):
        if cells and run.x - max(one.end for one in cells[-1][-3:]) < _WIDE * line.size:
            cells[-1].append(run)
        else:
            cells.append([run])
    return [_row(cell, line) for cell in cells]


def _row(runs: Sequence[Run], line: _Line) -> Row:
    main = max(runs, key=lambda run: len(run.text.strip()))
    if main.size < line.size and len(line.runs[0].text.strip()) < 3:
        line = _Line(main)  # a large first letter sets neither the size nor the baseline of its line
    pieces: list[Piece] = []
    last: Run | None = None
    for run in runs:
        is_raised = run.y - line.y > _LEVEL * line.size and run.size <= _SMALL * line.size
        was_raised = bool(pieces) and pieces[-1].is_raised
        text = run.text
        if last and not is_raised:
            text = _behind_gap(text, run.x - last.end, line.size, pieces[-1].text)
        if was_raised == is_raised and pieces and (is_raised or pieces[-1].is_bold == run.is_bold):
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + text)
        else:
            pieces.append(Piece(text, is_raised, run.is_bold))
        last = run
    kept = tuple(piece._replace(text=dotted(composed(piece.text))) for piece in _with_commas(pieces))
    return Row(kept, min(run.x for run in runs), line.y, max(run.end for run in runs), line.size)


def _behind_gap(text: str, gap: float, size: float, before: str) -> str:
    """*text* with what the *gap* before it means: nothing, a blank, another column."""
    if gap > _APART * size:
        return APART + text
    if gap > _BLANK * size and not text.startswith(" ") and not before.endswith(" "):
        return " " + text
    return text


def _with_commas(pieces: Iterable[Piece]) -> list[Piece]:
    """*pieces* with a comma that stands low between two marks raised with them."""
    out: list[Piece] = []
    held = list(pieces)
    for number, piece in enumerate(held):
        inside = 0 < number < len(held) - 1 and held[number - 1].is_raised and held[number + 1].is_raised
        is_raised = piece.is_raised or (inside and piece.text.strip() == ",")
        if out and out[-1].is_raised and is_raised:
            out[-1] = out[-1]._replace(text=out[-1].text + piece.text)
        else:
            out.append(piece._replace(is_raised=is_raised))
    return out
