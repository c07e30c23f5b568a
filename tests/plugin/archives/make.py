"""Archives written here, byte by byte where a tool would refuse to."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping

MAIN = (
    "\\documentclass{article}\n\\begin{document}\n\\title{Waves in cold water}\n"
    "\\author{Ada Feld \\\\ University of Bonn, Germany}\n\\input{parts/more}\n\\maketitle\n\\end{document}\n"
)
MORE = "\\author{Bo Ri \\\\ Kim Il Sung University, Pyongyang, DPR Korea}\n"
QUIET = "\\documentclass{article}\\begin{document}\\author{Ada Feld \\\\ University of Bonn, Germany}\\end{document}"
ALL = MAIN.replace("\\input{parts/more}\n", MORE)
"""the same in one file"""
PAPER = {"main.tex": MAIN, "parts/more.tex": MORE}


def zipped(files: Mapping[str, str | bytes], modes: Mapping[str, int] | None = None) -> bytes:
    """A ``.zip``; *modes* are those of Unix for some of the files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = (modes or {}).get(name, 0o100644) << 16
            file.writestr(info, text)
    return out.getvalue()


def tarred(
    files: Mapping[str, str | bytes], kind: int = tarfile.PAX_FORMAT, links: Mapping[str, str] | None = None
) -> bytes:
    """A ``.tar`` of a format of `tarfile`, with symbolic *links* by their names."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=kind) as file:
        for name, target in (links or {}).items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            file.addfile(info)
        for name, text in files.items():
            data = text.encode() if isinstance(text, str) else text
            info = tarfile.TarInfo(name)
            info.size = len(data)
            file.addfile(info, io.BytesIO(data))
    return out.getvalue()


def packed(data: bytes, name: str = "") -> bytes:
    """Gzip data, with the name of what they hold."""
    out = io.BytesIO()
    with gzip.GzipFile(name, "wb", fileobj=out, mtime=0) as file:
        file.write(data)
    return out.getvalue()
