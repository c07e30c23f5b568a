"""What people write in that askfirst does not read, with the one step that makes it checkable."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.file_kinds import ARCHIVES, is_named_author_list
from askfirst_checks.words import Text

READ = Text(
    "askfirst reads LaTeX, BibTeX, Word (.docx), OpenDocument (.odt), Typst, PDF, Markdown papers, XML (JATS, TEI, "
    "INSPIRE), CITATION.cff, .zenodo.json, codemeta.json and author lists (csv, tsv, toml, metadata.yaml), not this "
    "kind of file",
    "askfirst liest LaTeX, BibTeX, Word (.docx), OpenDocument (.odt), Typst, PDF, Artikel in Markdown, XML (JATS, TEI, "
    "INSPIRE), CITATION.cff, .zenodo.json, codemeta.json und Autorenlisten (csv, tsv, toml, metadata.yaml), nicht "
    "diese Art von Datei",
)
NESTED = Text(
    "askfirst does not look into an archive inside another; unpack the outer one, and check the folder",
    "askfirst sieht nicht in ein Archiv in einem anderen; bitte das äußere entpacken und den Ordner prüfen",
)
_PAPER = pattern(
    r"(?i)(?<![a-z])(?:paper|manuscript|manuskript|article|artikel|draft|entwurf|final|submission|preprint|main|thesis|"
    r"overleaf|arxiv|source|src|latex|version|revision|v)[-_ ]?\d*(?![a-z])"
)
_ARCHIVES = (*ARCHIVES, ".rar", ".7z", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")


class Step(NamedTuple):
    """What to do instead, for files of some endings."""

    endings: tuple[str, ...]
    says: Text
    is_written_in: bool
    """people write in such files: named wherever they lie; else only in a folder without any manuscript"""


STEPS = (
    Step(
        (".doc", ".rtf", ".pages", ".sxw", ".wpd", ".wps", ".hwp", ".hwpx"),
        Text(
            "askfirst does not read this kind of text file; save it as .docx, and check that",
            "askfirst liest diese Art von Textdatei nicht; bitte als .docx speichern und diese Datei prüfen",
        ),
        is_written_in=True,
    ),
    Step(
        (".lyx", ".tm"),
        Text(
            "askfirst does not read LyX and TeXmacs files; export it as LaTeX, and check that",
            "askfirst liest keine Dateien von LyX und TeXmacs; bitte als LaTeX exportieren und diese Datei prüfen",
        ),
        is_written_in=True,
    ),
    Step(
        (".pptx", ".ppt", ".odp", ".key"),
        Text(
            "askfirst reads no slides; put their authors into an author list (authors.csv), and check that",
            "askfirst liest keine Folien; bitte die Namen in eine Liste (autoren.csv) übertragen und sie prüfen",
        ),
        is_written_in=False,
    ),
    Step(
        (".zip", ".tar", ".tar.gz", ".tgz"),
        Text(
            "this is an archive; name the manuscript in it, such as paper.zip:main.tex",
            "das ist ein Archiv; bitte das Manuskript darin nennen, etwa paper.zip:main.tex",
        ),
        is_written_in=False,
    ),
    Step(
        (".rar", ".7z", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst"),
        Text(
            "askfirst does not look into this kind of archive; unpack it, and check the folder",
            "askfirst sieht nicht in diese Art von Archiv; bitte entpacken und den Ordner prüfen",
        ),
        is_written_in=False,
    ),
    Step(
        (".pdf",),
        Text(
            "in a folder PDF files are passed over, for most are figures; check one by its name",
            "in Ordnern werden PDF-Dateien übergangen, die meisten sind Abbildungen; bitte einzeln beim Namen nennen",
        ),
        is_written_in=False,
    ),
)


_TABLE = Step(
    (".xlsx", ".xls", ".ods", ".numbers"),
    Text(
        "askfirst does not read this kind of table; save its list of authors as .csv (authors.csv), and check that",
        "askfirst liest diese Art von Tabelle nicht; bitte die Autorenliste als autoren.csv speichern und sie prüfen",
    ),
    is_written_in=False,
)


def step_for(path: str) -> Step | None:
    """The step for a file named like *path*; None where nothing is known of its kind."""
    name = path.casefold()
    if name.endswith(_TABLE.endings):  # figures lie in such, too: named where its name says that it lists authors
        return _TABLE._replace(is_written_in=is_named_author_list(name.replace("\\", "/").rpartition("/")[2]))
    return next((step for step in STEPS if name.endswith(step.endings)), None)


def is_read_by_name(path: str) -> bool:
    """Whether a file named like *path* is read where it is named, and passed over in a folder."""
    inside = any(f"{ending}:" in path.casefold() for ending in ARCHIVES)
    return not inside and path.casefold().endswith((".pdf", *ARCHIVES))


def is_like_a_paper(path: str) -> bool:
    """Whether a PDF or an archive is named as papers are, not as figures and data: ``final2.pdf``, ``overleaf.zip``."""
    return _PAPER.search(path.replace("\\", "/").rpartition("/")[2]) is not None


def is_archive(path: str) -> bool:
    """Whether a file named like *path* packs others."""
    return path.casefold().endswith(_ARCHIVES)
