"""Markdown whose author block has no keys, or values with mark-up in them; people and institutes are invented."""

from __future__ import annotations

import time

import pytest
from tests.checks.readers.helpers import Files, under

from askfirst_checks.model import Manuscript
from askfirst_checks.readers import reader_for


def read(content: str, path: str = "x.qmd") -> Manuscript:
    reader = reader_for(path)
    assert reader is not None
    manuscript: Manuscript = reader.read(Files.of(path, content), path)
    return manuscript


def said(manuscript: Manuscript) -> list[str]:
    people = [
        " | ".join(
            [
                person.name,
                " ;; ".join(manuscript.affiliations[n].text for n in person.affiliations),
                ", ".join(a.text for a in person.addresses),
            ]
        ).rstrip(" |")
        for person in manuscript.authors
    ]
    loose = [f"~ {a.text}" for a in manuscript.affiliations if not a.owners]
    return [*people, *loose, *(f"@ {a.text}" for a in manuscript.addresses)]


BODIES = {
    "a div": (
        (
            ":::: {.authors}\nA. Muster^1,2^, R. Probe^2^, and B. Test^1^\n\n**Affiliations**\n\n"
            "^1^ Department of Biology, Sample University  \n^2^ Trial Institute, Newtown\n\n"
            "**Corresponding authors:** muster@sample.example\n::::\n\n# Introduction\n\nText by the Test University.\n"
        ),
        [
            "A. Muster | Department of Biology, Sample University ;; Trial Institute, Newtown | muster@sample.example",
            "R. Probe | Trial Institute, Newtown",
            "B. Test | Department of Biology, Sample University",
        ],
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_block_in_the_body(name: str) -> None:
    body, expected = BODIES[name]
    manuscript = read(f"---\ntitle: X\n---\n# X\n\n{body}")
    assert said(manuscript) == expected
    assert manuscript.has_author_block
    (source,) = manuscript.sources.values()
    assert all("Univ" in under(source, a.span) or "Inst" in under(source, a.span) for a in manuscript.affiliations)


@pytest.mark.parametrize(
    "body",
    [
        "# Authors\n\nThe authors of this package are many, and we thank them all.\n",
        "We thank the **authors:** of Sample University for their help.\n",
        "# Contributing\n\nAuthors: see the file.\n",
        "## Authors\n\n- @sample\n- @trial\n",
        "Sample University^1^ is a place.\n",
    ],
)
def test_prose_is_no_block(body: str) -> None:
    manuscript = read(f"---\ntitle: X\n---\n\n{body}")
    assert not manuscript.has_author_block
    assert manuscript.authors == ()


def test_a_readme_without_front_matter_is_no_manuscript() -> None:
    assert not read("# Tool\n\n## Authors\n\nAda Muster^1^\n\n^1^ Sample University\n", "README.md").has_author_block


FRONTS = {
    "lines of a title page": (
        (
            'author:\n  - "---"\n  - Ada Muster^1^ and Reza Probe^2^\n  - "---"\n  - "^1^Department of Samples, Sample '
            'University"\n  - "^2^Trial Institute, Newtown"\n  - "**Corresponding author:** a.muster@sample.example"'
        ),
        [
            "Ada Muster | Department of Samples, Sample University | a.muster@sample.example",
            "Reza Probe | Trial Institute, Newtown",
        ],
    ),
    "several names in one item": (
        "author:\n- Ada Muster^1,2^, Reza Probe^2^ and Bo Test^1^\naffiliations: [Sample University, Trial Institute]",
        [
            "Ada Muster | Sample University ;; Trial Institute",
            "Reza Probe | Trial Institute",
            "Bo Test | Sample University",
        ],
    ),
    "number and organisation, the address at the top": (
        (
            "author:\n- name: Reza Muster\n  num: 1\naddress:\n- num: 1\n  org: Sample University, Oldtown\n"
            "email: x17@sample.example"
        ),
        ["Reza Muster | Sample University, Oldtown | x17@sample.example"],
    ),
    "a star behind the mark, TeX and addresses in the institution": (
        (
            'author:\n  - name: "Ada Muster"\n    affiliation: "1*"\n  - name: "Reza Probe"\n    affiliation: "1,2*"\n'
            'affiliation:\n  - id: "1"\n    institution: "\\\\footnotesize School of Samples, Sample University"\n'
            '  - id: "2"\n    institution: "\\\\footnotesize Trial Institute, Newtown '
            '\\\\newline *email: a.muster@sample.example; r.probe@trial.example"'
        ),
        [
            "Ada Muster | School of Samples, Sample University | a.muster@sample.example",
            "Reza Probe | School of Samples, Sample University ;; Trial Institute, Newtown | r.probe@trial.example",
        ],
    ),
    "the family name first": (
        "author:\n- name: Muster, Ada L.\n  affiliation: Sample University",
        ["Ada L. Muster | Sample University"],
    ),
    "a footnote in the name": ("author:\n- name: Ada Muster^[Corresponding author.]", ["Ada Muster"]),
    "a key is no name": ("author:\n- name: Ada Muster\n- orcid: 0000-0002-1825-0097", ["Ada Muster"]),
    "a title": ('author: "Dr. Ada Muster"', ["Ada Muster"]),
    "TeX in the name": (
        (
            "author:\n- name: \\parbox[t]{10cm}{\\centering Ada Muster \\\\ \\orcidlink{0000-0002-1825-0097}}\n"
            "  department: Faculty of Samples\n  affiliation: Sample University"
        ),
        ["Ada Muster | Faculty of Samples, Sample University"],
    ),
    "a mark that is not defined costs itself only": (
        'author:\n- name: Ada Muster\n  affiliation: "1, 6"\naffiliations:\n- {name: Sample University, index: 1}',
        ["Ada Muster | Sample University"],
    ),
    "a merge that was not finished": (
        (
            'authors:\n  - name: Ada Muster\n    affiliation: "1, 2"\naffiliations:\n'
            "  - name: Sample University\n    index: 1\n<<<<<<< HEAD\n"
            "  - name: Trial Institute, Newtown\n    index: 2\n=======\n    ror: 000000000\n>>>>>>> abcdef0 (Fix)"
        ),
        ["Ada Muster | Sample University ;; Trial Institute, Newtown"],
    ),
    "one affiliation for all": (
        'author: "Ada Muster, Bo Probe & Carl Test"\naffiliation: "Sample University, Oldtown"',
        [f"{name} | Sample University, Oldtown" for name in ("Ada Muster", "Bo Probe", "Carl Test")],
    ),
    "lines in one value": (
        "author: |\n  Ada Muster^1^, Bo Probe^1,2^\n  \n  ^1^ Sample University\n  ^2^ Trial Institute",
        ["Ada Muster | Sample University", "Bo Probe | Sample University ;; Trial Institute"],
    ),
    "authors in TeX": (
        (
            "author: 'Ada Muster$^{1}$ \\and Bo Probe\\thanks{Trial Institute, Newtown; bp@trial.example}'\n"
            "affiliation: [Sample University, Test University]"
        ),
        [
            "Ada Muster | Sample University",
            "Bo Probe | Trial Institute, Newtown | bp@trial.example",
            "~ Test University",
        ],
    ),
    "a line block": (
        (
            "author:\n- name: Ada Muster\n  affiliation: |\n"
            "    | Sample University\n    | Oldtown\n    | \\email{a17@sample.example}"
        ),
        ["Ada Muster | Sample University, Oldtown | a17@sample.example"],
    ),
    "two authors and an address that names neither": (
        "author: [Ada Muster, Bo Probe]\nemail: office@sample.example",
        ["Ada Muster", "Bo Probe", "@ office@sample.example"],
    ),
}


@pytest.mark.parametrize("name", FRONTS)
def test_values_with_more_in_them(name: str) -> None:
    front, expected = FRONTS[name]
    assert said(read(f"---\ntitle: X\n{front}\n---\nText.\n")) == expected


def test_footnotes_of_raw_tex() -> None:
    content = (
        "---\ntitle: X\nauthor:\n- Ada Muster\\textsuperscript{†§}, Bo Probe\\textsuperscript{‡}\n---\n"
        "\\maketitle\\unmarkedfntext{\\textsuperscript{†}Sample University \\\\\n\\textsuperscript{‡}Trial Institute}\n"
    )
    manuscript = read(content, "x.Rmd")
    assert said(manuscript) == ["Ada Muster | Sample University", "Bo Probe | Trial Institute"]
    assert [a.span.line for a in manuscript.affiliations] == [6, 7]


def test_a_comment_before_the_front_matter() -> None:
    content = (
        "<!-- keep in step with AUTHORS -->\n---\nauthor:\n- {name: Ada Muster, affiliation: Sample University}\n---\n"
    )
    manuscript = read(content)
    assert said(manuscript) == ["Ada Muster | Sample University"]
    assert manuscript.authors[0].span.line == 4


def test_a_merge_is_told_of() -> None:
    problems = read("---\nauthor: Ada Muster\n<<<<<<< HEAD\n=======\n>>>>>>> a\n---\n").problems
    assert [(p.kind, p.span.line) for p in problems if p.kind == "markup"] == [("markup", 3)]


def test_a_colon_too_many_costs_its_line_only() -> None:
    content = (
        "---\ntitle: Samples: a 'study'\nauthors:\n- name: Ada Muster\n"
        "  affiliation: Sample University: Oldtown: X\n---\n"
    )
    manuscript = read(content)
    assert said(manuscript) == ["Ada Muster | Sample University: Oldtown: X"]
    assert under(content, manuscript.affiliations[0].span) == "Sample University: Oldtown: X"
    assert [(p.kind, p.span.line) for p in manuscript.problems] == [("markup", 2)]


def test_an_error_without_authors_is_no_block() -> None:
    assert not read('---\ntitle: "Samples" and more\ntags: x\n---\n').has_author_block


HOSTILE = {
    "errors": "---\n" + "a: b: c\n" * 20_000 + "---\n",
    "comments": "<!--" * 20_000,
    "marks": "---\ntitle: X\n---\n**Author:** " + "A B^1^, " * 20_000 + "\n\n^1^ Sample University\n",
    "lines": "---\ntitle: X\n---\n# Authors\n" + "^1^ Sample University\n" * 20_000,
    "names": "---\nauthor:\n- " + "Ada Muster^1^ and " * 5_000 + "\n---\n",
    "footnotes": "---\nauthor: Ada Muster\n---\n" + "\\footnotetext{" * 20_000,
    "addresses": "---\nauthor: Ada Muster\nemail: " + "a@b.c; " * 5_000 + "\n---\n",
    "carets": "---\nauthor: Ada " + "^" * 20_000 + "\n---\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_ends_soon(name: str) -> None:
    start = time.process_time()
    read(HOSTILE[name])
    assert time.process_time() - start < 5
