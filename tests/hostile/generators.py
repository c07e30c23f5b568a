"""Classes of hostile manuscripts, each a text of size *n*: what one person can write and another has to check."""

from __future__ import annotations

from collections.abc import Callable

Files = dict[str, str]
Class = Callable[[int], Files]
"""*n* to the files of one manuscript, the root first"""

KP = "\\author{A B}\n\\affiliation{Kim Il Sung University, Pyongyang, DPR Korea}\n"


def tex(front: str, before: str = "") -> Files:
    """A manuscript whose preamble ends in *front*."""
    head = f"\\documentclass{{article}}\n{before}\\title{{T}}\n"
    return {"p.tex": f"{head}{front}\\begin{{document}}\\maketitle text\\end{{document}}\n"}


def _yaml(entries: str) -> Files:
    return {"p.md": f"---\ntitle: T\n{entries}---\n\n# One\n"}


ASKING: dict[str, tuple[int, Class]] = {
    "braces": (4000, lambda n: tex("\\author{" + "{" * n + "A B" + "}" * n + "}" + KP)),
    "braces never closed": (20_000, lambda n: tex(KP + "{" * n)),
    "environments": (4000, lambda n: tex(KP + "\\begin{x}" * n + "\\end{x}" * n)),
    "comments": (2000, lambda n: tex(KP, "\\begin{comment}" * n + "\\end{comment}\n" * n)),
    "branches": (4000, lambda n: tex(KP, "\\iffalse " * n + "\\fi " * n + "\n")),
    "definitions": (4000, lambda n: tex(KP, "".join(f"\\newcommand{{\\x{_letters(i)}}}{{y}}\n" for i in range(n)))),
    "a chain of definitions": (1000, lambda n: tex(KP, _chain(n))),
    "a definition of itself": (1000, lambda n: tex("\\author{" + "\\me" * n + "}" + KP, "\\def\\me{\\me\\me}\n")),
    "names that are made": (4000, lambda n: tex(KP + "\\csname author\\endcsname{X}\n" * n)),
    "codes": (4000, lambda n: tex(KP, "\\catcode`\\@=11\n" * n)),
    "backslashes": (20_000, lambda n: tex("\\author{" + "\\" * (2 * n) + "}" + KP)),
    "dollars": (20_000, lambda n: tex("\\author{" + "$" * (2 * n) + "}" + KP)),
    "carets": (20_000, lambda n: tex("\\author{" + "^" * n + "}" + KP)),
    "spaces": (50_000, lambda n: tex("\\author{A" + " " * n + "B}" + KP)),
    "percent signs": (20_000, lambda n: tex("\\author{A" + "%\n" * n + "B}" + KP)),
    "at signs": (5000, lambda n: tex("\\author{A}\\email{" + "a@" * n + "}" + KP)),
    "authors of one place each": (250, lambda n: tex(_revtex(n))),
    "rows of one place each": (250, lambda n: {"authors.csv": "name,affiliation\n" + _rows(n)}),
    "front matter of one place each": (100, lambda n: _yaml("author:\n" + _people(n))),
    "inputs of one file": (100, lambda n: {**tex("\\input{b}\n" * n + KP), "b.tex": "lorem \\emph{ipsum}\n" * 500}),
    "a chain of inputs": (100, lambda n: {**tex("\\input{c0}" + KP), **_inputs(n)}),
    "an input of itself": (500, lambda n: tex("\\input{p}" * n + KP)),
    "missing inputs": (500, lambda n: tex("".join(f"\\input{{x{i}}}\n" for i in range(n)) + KP)),
    "a table never closed": (5000, lambda n: {"authors.csv": "name,affiliation\n" + _rows(2) + 'A,"' + "x\n" * n}),
    "marks that nothing defines": (
        5000,
        lambda n: _yaml("author:\n" + _people(1) + "  - name: A\n    affiliation: " + "x " * n + "\n"),
    ),
    "letters by name": (5000, lambda n: tex("\\author{" + "\\aa{}l" * n + "}" + KP)),
    "authors on one line": (500, lambda n: tex("\\author{A B} \\affil{Here, Berlin} " * n + KP)),
    "names before addresses": (
        200,
        lambda n: tex("\\author[1]{A B}" * n + "\\affil[1]{A B, C D, Here, Berlin}" * n + KP),
    ),
    "marks and places": (150, lambda n: tex(_authblk(n))),
    "names from macros": (6, lambda n: tex("\\author{\\ad}\n" * n + KP, _wide())),
    "quotes in a table": (5000, lambda n: {"authors.csv": "name,affiliation\n" + _rows(2) + "A," + '"' * (2 * n)}),
    "entries": (1000, lambda n: {**tex(KP), "r.bib": "".join(_entry(i) for i in range(n))}),
    "footnote marks": (1000, lambda n: tex("\\author{A\\footnotemark[1]}\n" * n + KP)),
    "tables in tables": (2000, lambda n: tex(KP + "\\begin{tabular}{c}" * n + "x" + "\\end{tabular}" * n)),
    "one mark for everybody": (150, lambda n: tex("\\author[1]{A B}\n\\affil[1]{Here, Berlin}\n" * n + KP)),
    "authors from one file": (4, lambda n: {**tex("\\author{\\input{b}}\n" * n + KP), "b.tex": "A B, " * 500}),
    "acknowledgements": (1000, lambda n: {"p.tex": tex(KP)["p.tex"].replace("text", _thanks(n))}),
    "options never closed": (1000, lambda n: tex("\\affil[1" * n + KP)),
    "authors never closed": (500, lambda n: tex("\\author{A" * n + KP)),
    "a long body": (20_000, lambda n: {"p.tex": tex(KP)["p.tex"].replace("text", "lorem \\emph{ipsum} $x$\n" * n)}),
}
"""Classes in which an institution of the DPRK stands, whatever else does: silence is the failure"""

QUIET: dict[str, tuple[int, Class]] = {
    "comments in a bibliography": (10_000, lambda n: {"p.bib": "@comment{x}\n@preamble{y}\n" * n}),
    "entries never closed": (5000, lambda n: {"p.bib": "@article{k,author={" * n}),
    "strings that grow": (10, lambda n: {"p.bib": _laughs(n)}),
    "crossed references": (500, lambda n: {"p.bib": _crossed(n)}),
    "at signs in a bibliography": (50_000, lambda n: {"p.bib": "@" * n}),
    "aliases that grow": (8, lambda n: _yaml("a0: &a0 [x,x,x]\n" + _aliases(n) + f"author: *a{n - 1}\n")),
    "aliases of themselves": (100, lambda n: _yaml("author: &a\n" + "  - *a\n" * n)),
    "lists in lists": (2000, lambda n: _yaml("author: " + "[" * n + "]" * n + "\n")),
    "markup": (5000, lambda n: {"p.md": f"# T\n\nA B{'<sup>' * n}\n\n<sup>1</sup> Pyongyang\n\n## Abstract\n\nx"}),
    "arrays": (2000, lambda n: {"authors.toml": "authors = " + "[" * n + "]" * n}),
    "wide tables": (20_000, lambda n: {"authors.csv": "name" + "," * n + "\nA" + "," * n + "\n"}),
}
"""Classes that only have to end"""

CLASSES = {**ASKING, **QUIET}


def _thanks(n: int) -> str:
    return "\\section*{Acknowledgements} We thank A. Muster of Sample University.\n" * n


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


def _chain(n: int) -> str:
    steps = (f"\\def\\x{_letters(i)}{{\\x{_letters(i + 1)}}}\n" for i in range(n))
    return "".join(steps) + f"\\def\\x{_letters(n)}{{y}}\n"


def _revtex(n: int) -> str:
    return "".join(f"\\author{{A B{i}}}\n\\affiliation{{Kim Il Sung University {i}, Pyongyang}}\n" for i in range(n))


def _authblk(n: int) -> str:
    pair = "\\author[{0}]{{A B{0}}}\n\\affil[{0}]{{Kim Il Sung University {0}, Pyongyang}}\n"
    return "".join(pair.format(i) for i in range(n))


def _wide() -> str:
    steps = ("\\def\\a" + chr(97 + i) + "{" + ("\\a" + chr(96 + i)) * 20 + "}\n" for i in range(1, 4))
    return "\\def\\aa{lol}\n" + "".join(steps)


def _rows(n: int) -> str:
    return "".join(f'A{i} B,"Dept {i}, Kim Il Sung University, Pyongyang"\n' for i in range(n))


def _people(n: int) -> str:
    return "".join(f"  - name: A{i} B\n    affiliation: Kim Il Sung University {i}, Pyongyang\n" for i in range(n))


def _inputs(n: int) -> Files:
    return {f"c{i}.tex": f"\\input{{c{i + 1}}}\n" for i in range(n)}


def _entry(number: int) -> str:
    return f"@article{{k{number},author={{Ri, B.}},title={{x}},affiliation={{Sample University, Oldtown}}}}\n"


def _laughs(n: int) -> str:
    steps = (f"@string{{a{i}={' # '.join([f'a{i - 1}'] * 10)}}}\n" for i in range(1, n))
    return "@string{a0={Pyongyang}}\n" + "".join(steps) + f"@article{{k,affiliation=a{n - 1},author={{A}}}}\n"


def _crossed(n: int) -> str:
    return "".join(f"@article{{k{i},crossref={{k{(i + 1) % n}}},author={{A}}}}\n" for i in range(n))


def _aliases(n: int) -> str:
    return "".join(f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, n))
