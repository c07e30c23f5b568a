"""A check of LaTeX or Markdown pays nothing for Word."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import sys
from askfirst.cli import main
main(["check", sys.argv[1]])
assert not {m for m in sys.modules if m.startswith("askfirst_checks.readers.word") or m.startswith("xml.parsers")}
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "paper.tex",
            "\\documentclass{article}\\author{A. Muster\\\\ University, Berlin}\\begin{document}\\end{document}",
        ),
        ("paper.md", "---\ntitle: T\nauthor:\n  - name: A. Muster\n    affiliation: University, Bonn\n---\n"),
    ],
)
def test_nothing_of_word_is_imported(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    done = subprocess.run([sys.executable, "-c", CODE, name], cwd=tmp_path, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
