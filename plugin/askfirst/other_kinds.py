"""What people write in that askfirst does not read, with the one step that makes it checkable."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple
from askfirst_checks.words import Text

READ = Text(
    "askfirst reads LaTeX, BibTeX, Word (.docx), Typst, PDF, Markdown papers, CITATION.cff, .zenodo.json, "
    "codemeta.json and author lists (csv, tsv, toml, metadata.yaml), not this kind of file",
    "askfirst liest LaTeX, BibTeX, Word (.docx), Typst, PDF, Artikel in Markdown, CITATION.cff, .zenodo.json, "
    "codemeta.json und Autorenlisten (csv, tsv, toml, metadata.yaml), nicht diese Art von Datei",
)


class Step(NamedTuple):
    """What to do instead, for files of some endings."""

    endings: tuple[str, ...]
    says: Text
    is_written_in: bool
    """people write in such files: named wherever they lie; else only in a folder without any manuscript"""


STEPS = (
    Step(
        (".doc", ".rtf", ".odt", ".pages"),
        Text(
            "askfirst does not read .doc, .rtf, .odt and .pages; save it as .docx, and check that",
            "askfirst liest .doc, .rtf, .odt und .pages nicht; bitte als .docx speichern und diese Datei prüfen",
        ),
        is_written_in=True,
    ),
    Step(
        (".zip", ".tar", ".tar.gz", ".tgz"),
        Text(
            "askfirst does not look into archives; unpack it, and check the folder",
            "askfirst sieht nicht in Archive; bitte entpacken und den Ordner prüfen",
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


def step_for(path: str) -> Step | None:
    """The step for a file named like *path*; None where nothing is known of its kind."""
    name = path.casefold()
    return next((step for step in STEPS if name.endswith(step.endings)), None)
