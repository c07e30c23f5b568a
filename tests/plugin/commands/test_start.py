"""A run with paths alone goes around argparse: it must mean what argparse would have made of it."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser

from askfirst import cli
from askfirst.commands import check


def test_paths_alone_mean_what_argparse_makes_of_them() -> None:
    parser = ArgumentParser()
    parser.add_argument("--lang")
    check.options(parser, "en")
    for given in ([], ["a.tex"], ["a.tex", "b"]):
        assert vars(cli._parsed(check, "check", given, "en")) == vars(parser.parse_args(given))


def test_an_option_anywhere_is_parsed() -> None:
    assert cli._parsed(check, "check", ["a.tex", "--notes"], "en").notes


def test_a_check_needs_neither_argparse_nor_typing() -> None:
    code = "import sys; from askfirst.cli import main; main(['check', '/nowhere.tex']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"argparse", "typing", "shutil", "json"} & set(done.stdout.split())
