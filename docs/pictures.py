"""The pictures of README and site, from real output: ``python docs/pictures.py`` writes ``pictures/*.svg``."""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from html import escape
from pathlib import Path

from askfirst.cli import main

ROOT = Path(__file__).resolve().parent.parent
DAY = "2026-11-23"
EXAMPLE = "tests/manuscripts/example"
WIDTH, LINE, LEFT, TOP = 8.4, 19, 18, 46
COLUMNS = 80
_COLOUR = re.compile(r"\x1b\[([\d;]*)m")
_KINDS = {"1;31": "stop", "1;33": "ask", "1;36": "note", "32": "answered", "2": "dim", "1": "bold"}
_STYLE = """
svg{color-scheme:light dark}
.card{fill:#fbfbfd;stroke:#c9ccd6}.bar{fill:#eceef3}.dot{fill:#c3c7d2}
text{font:14px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:#23262f;white-space:pre}
.stop{fill:#b3261e;font-weight:bold}.ask{fill:#7a5200;font-weight:bold}.note{fill:#005a73}
.answered{fill:#1c6b32}.dim{fill:#5d6270}.bold{font-weight:bold}
@media (prefers-color-scheme:dark){
.card{fill:#1b1e26;stroke:#3b404d}.bar{fill:#262a35}.dot{fill:#4a5060}text{fill:#e4e6ec}
.stop{fill:#ff8f85}.ask{fill:#f2c063}.note{fill:#74cfe6}.answered{fill:#7fd397}.dim{fill:#a3a9b8}}
"""
PICTURES = {
    "question": {
        "en": ("The question, as the terminal shows it", "askfirst check paper.tex"),
        "de": ("Die Frage, wie das Terminal sie zeigt", "askfirst check paper.tex"),
    },
    "letter": {
        "en": ("The letter to the export-control office", "askfirst draft paper.tex"),
        "de": ("Der Brief an die Exportkontrollstelle", "askfirst draft paper.tex"),
    },
}


def output(*arguments: str) -> list[str]:
    """What askfirst prints for *arguments* in the folder of the example, with colours."""
    before, said = os.getcwd(), io.StringIO()
    os.chdir(ROOT / EXAMPLE)
    try:
        with contextlib.redirect_stdout(said):
            main(arguments)
    finally:
        os.chdir(before)
    return said.getvalue().splitlines()


def lines_of(which: str, language: str) -> list[str]:
    """The lines that a picture shows; ``...`` stands where some are left out."""
    if which == "question":
        lines = output("check", "--format", "full", "--color", "always", "--lang", language, "--date", DAY, "paper.tex")
        second = next(at for at, line in enumerate(lines) if _COLOUR.sub("", line).startswith("[2]"))
        return [*without_sources(lines[:second]), "...", *lines[-3:]]
    lines = output("draft", "--lang", language, "--date", DAY, "paper.tex")
    reasons = next(at for at, line in enumerate(lines) if line.startswith("2. "))
    end = lines.index("---")
    return [cut(line) for line in [*lines[:reasons], "...", *lines[end - 5 : end - 1]]]


def cut(line: str) -> str:
    """*line* as far as the picture is wide: an address is printed whole, however long it is."""
    return line if len(line) <= COLUMNS else line[: COLUMNS - 1] + "…"


def without_sources(lines: list[str]) -> list[str]:
    """*lines* without the second act and the addresses of the acts: a picture is read at a glance."""
    acts = [at for at, line in enumerate(lines) if _COLOUR.sub("", line).startswith("      = ")]
    question = next(at for at, line in enumerate(lines) if _COLOUR.sub("", line).startswith("      ? "))
    return [*lines[: acts[2]], "      ...", *lines[question:]]


def drawn(title: str, typed: str, lines: list[str]) -> str:
    """An SVG of *lines* as a window shows them; its own background, so that it is legible on any page."""
    shown = [f"\x1b[2m$\x1b[0m {typed}", *lines]
    columns = max(len(_COLOUR.sub("", line)) for line in shown)
    width, height = round(2 * LEFT + columns * WIDTH), TOP + len(shown) * LINE + 8
    said = escape(" ".join(" ".join(_COLOUR.sub("", line).split()) for line in lines))
    rows = [row(line, TOP + 8 + at * LINE) for at, line in enumerate(shown)]
    dots = "".join(f'<circle class="dot" cx="{20 + 18 * n}" cy="15" r="5"/>' for n in range(3))
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}>',
            f"<title>{escape(title)}</title><desc>{said}</desc><style>{_STYLE}</style>",
            f'<rect class="card" x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="8"/>',
            f'<path class="bar" d="M1 30V8a7 7 0 0 1 7-7h{width - 16}a7 7 0 0 1 7 7v22z"/>{dots}',
            *rows,
            "</svg>\n",
        ]
    )


def row(line: str, y: int) -> str:
    """One line; ``textLength`` keeps the caret under its words, whatever font the reader has."""
    parts, at, style = [], 0, ""
    for piece in re.split(r"(\x1b\[[\d;]*m)", line):
        code = _COLOUR.fullmatch(piece)
        if code:
            style = _KINDS.get(code[1], "")
            continue
        words = piece.strip(" ")
        if words:
            start = at + len(piece) - len(piece.lstrip(" "))
            shown = f' class="{style}"' if style else ""
            place = f'x="{LEFT + start * WIDTH:.1f}" y="{y}" textLength="{len(words) * WIDTH:.1f}"'
            parts.append(f"<text {place}{shown}>{escape(words)}</text>")
        at += len(piece)
    return "".join(parts)


def all_pictures() -> dict[str, str]:
    """name of a file -> its SVG."""
    return {
        f"{which}.{language}.svg": drawn(*PICTURES[which][language], lines_of(which, language))
        for which in PICTURES
        for language in ("en", "de")
    }


if __name__ == "__main__":
    for name, svg in all_pictures().items():
        (ROOT / "docs/pictures" / name).write_text(svg, "utf-8")
        sys.stdout.write(f"docs/pictures/{name}\n")
