"""Which documents a check is about: the paths that were given, what lies in a folder, the root of an included part."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence

from askfirst.errors import MISUSE, Failure
from askfirst.files import LARGEST, MISSING, NO_FILE, REFUSED, is_inside, read_head, read_regular, repository_root
from askfirst.formats import relative
from askfirst.pointers import ANNEXED, in_place_of_text, is_annexed
from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.model import Unreadable
from askfirst_checks.patterns import pattern
from askfirst_checks.readers import module_name
from askfirst_checks.readers.file_kinds import ARCHIVES, is_named_author_list, kind_of, suffixes_of

if TYPE_CHECKING:
    from askfirst.archives import Named
    from askfirst.other_kinds import Step

MOST_ENTRIES = 50_000
"""files and folders that are looked at in one folder"""
LEVELS_UP = 3
"""folders above an included part in which its root is searched"""
HEAD = 128 * 1024
"""bytes at the beginning of a file in which a document shows itself"""
PASSED_OVER = {"node_modules", "site-packages", "__pycache__", "build", "dist", "_build", "_minted"}
NEVER_ENTERED = {".git", ".hg", ".svn", "node_modules", "site-packages", "__pycache__"}
"""folders that programs fill, with thousands of texts: not even looked into"""
MOST_HIDDEN = 5000
"""entries of folders passed over that one run looks at, to say that manuscripts lie there"""
_LATEX = suffixes_of("latex")
_DOCUMENT = pattern(r"^(?:[^%\n\\]|\\[^\n])*?\\document(?:class|style)\b", re.M)
_MAGIC = pattern(r"^[ \t]*%+[ \t]*!\s*T[eE]X[ \t]+root[ \t]*=[ \t]*(.+?)[ \t]*$", re.M | re.I)
_SUBFILE = pattern(r"^[^%\n]*\\documentclass\s*\[([^\]\n]+)\]\s*\{subfiles\}", re.M)
_OWN_AUTHORS = pattern(r"^[^%\n]*\\(?:author|affil|address|institut|maketitle)", re.M)
_PART = pattern(
    r"\\(?:input|include|subfile|subfileinclude|subimport|import)\*?\s*(?:\{([^{}\n]*)\}\s*)?(?:\{([^{}\n]*)\}|([^\s{}\\%]+))"
)
_ROOT = pattern(
    r"\s*(?:<\?.{0,500}?\?>\s*|<!--.{0,5000}?-->\s*|<!DOCTYPE[^>\[]{0,500}>\s*){0,20}"
    r"<(?:\w+:)?(?:(?:TEI|teiCorpus|collaborationauthorlist)[\s>]|article[\s>](?=.*?<front[\s>]))",
    re.S,
)
"""JATS, TEI, INSPIRE's author.xml"""
_AUTHORS = pattern(r"^ {0,4}authors?\s*:", re.M)


class Document(NamedTuple):
    """One document to check."""

    top: str
    """the folder that closes its tree: the repository's root, else its own folder"""
    path: str
    """relative to *top*, with ``/``; inside an archive, relative to that"""
    archive: str = ""
    """the archive that holds it, relative to *top*; empty for a file on disk"""

    @property
    def place_on_disk(self) -> str:
        """The file on disk, relative to *top*: answers lie beside it, or above."""
        return self.archive or self.path

    @property
    def here(self) -> str:
        """The current folder inside the tree; empty where it is the tree's root, or outside."""
        return "" if self.archive else self._here

    @property
    def _here(self) -> str:
        seen = os.path.relpath(os.path.realpath("."), self.top).replace(os.sep, "/")
        return "" if seen == "." or seen.startswith("..") else seen

    @property
    def folder(self) -> str:
        """What stands before a path of this tree where the current folder lies outside of it, or it is an archive."""
        return f"{self._folder}{relative(self.archive, self._here)}:" if self.archive else self._folder

    @property
    def _folder(self) -> str:
        here = os.path.realpath(".")
        if here == self.top or here.startswith(self.top.rstrip(os.sep) + os.sep):
            return ""
        seen = os.path.relpath(self.top, here)
        far = seen.startswith(os.path.join("..", "..", ".."))
        return (self.top if far else seen).replace(os.sep, "/").rstrip("/") + "/"

    def place(self, file: str = "") -> str:
        """*file* of the tree (default: this document) as it would be typed in the current folder."""
        return self.folder + relative(file or self.path, self.here)


class Found(NamedTuple):
    """What the paths led to."""

    documents: tuple[Document, ...]
    cut_short: tuple[str, ...] = ()
    """folders with more than `MOST_ENTRIES` entries, of which the rest was not looked at"""
    excluded: tuple[str, ...] = ()
    """documents that the settings leave out"""
    hidden: tuple[str, ...] = ()
    """documents in folders that are passed over: hidden ones, ``build``, environments, other repositories"""
    unread: tuple[Failure, ...] = ()
    """files and folders that could hold a document and cannot be looked at"""
    rerooted: tuple[tuple[str, str], ...] = ()
    """files that were given, and the root that each names and that does not take it in: both are documents"""
    other_kinds: tuple[str, ...] = ()
    """files of a kind that is not read, and that people write in; archives and PDF where no document was found"""


class _Search:
    """What was found so far."""

    def __init__(self, exclude: Sequence[str], base: str) -> None:
        self.exclude = exclude
        self.base = base
        self.documents: dict[Document, None] = {}
        self.excluded: dict[str, None] = {}
        self.hidden: dict[str, None] = {}
        self.unread: list[Failure] = []
        self.other_kinds: dict[str, Step] = {}
        self.named: list[str] = []
        """files in an archive that are not read"""
        self.left = MOST_HIDDEN

    def archive(self, found: Named) -> None:
        """Take in the documents of an archive. Raises `Failure` where it cannot be opened."""
        from askfirst.archives.looking import look

        seen = look(found)
        self.documents.update(dict.fromkeys(seen.documents))
        self.hidden.update(dict.fromkeys(seen.hidden))
        self.unread.extend(seen.unread)
        self.named.extend(seen.other_kinds)

    def folder(self, folder: str) -> bool:
        """Take in the documents of *folder*; whether it was looked at in full."""
        from askfirst.other_kinds import step_for

        top = os.path.realpath(folder)
        for seen, path in enumerate(self._files(top)):
            if seen >= MOST_ENTRIES:
                return False
            try:
                found = is_document(path)
            except Unreadable as error:
                self.unread.append(Failure(error.text, _shown(path)))
                continue
            if found and _excluded(path, self.exclude, self.base):
                self.excluded[_shown(path)] = None
            elif found:
                self.documents[document(path)] = None
            elif (step := step_for(path)) and not _excluded(path, self.exclude, self.base):
                self.other_kinds[_shown(path)] = step
        return True

    def _files(self, folder: str) -> Iterator[str]:
        for place, folders, files in os.walk(folder, onerror=self._no_folder):
            passed = [name for name in folders if _passed_over(place, name)]
            for name in passed:
                self._look_into(os.path.join(place, name))
            folders[:] = sorted(set(folders).difference(passed))
            yield from (os.path.join(place, name) for name in sorted(files) if _is_seen(name))

    def _no_folder(self, error: OSError) -> None:
        self.unread.append(Failure(REFUSED, _shown(str(error.filename))))

    def _look_into(self, folder: str) -> None:
        """Name the first manuscript in a *folder* that is passed over; a run looks at `MOST_HIDDEN` entries of such."""
        if os.path.basename(folder) in NEVER_ENTERED:
            return
        for place, folders, files in os.walk(folder):
            folders[:] = sorted(set(folders) - NEVER_ENTERED)
            self.left -= len(folders) + len(files)
            if self.left < 0:
                return
            for name in sorted(files):
                if _is_manuscript(os.path.join(place, name)):
                    self.hidden[_shown(os.path.join(place, name))] = None
                    return


def _named_kinds(search: _Search) -> Iterator[str]:
    """The files of other kinds that are named: what people write in, and PDF and archives that may be a paper.

    In a folder without any document that is each of them; beside documents one that is called as papers are, and not
    as a document is that stands here (``paper.pdf`` was made from ``paper.tex``).
    """
    from askfirst.other_kinds import is_like_a_paper, is_read_by_name

    stems = {os.path.splitext(found.place())[0] for found in search.documents}
    for path, step in search.other_kinds.items():
        may_be_one = is_read_by_name(path) and is_like_a_paper(path) and os.path.splitext(path)[0] not in stems
        if step.is_written_in or not search.documents or may_be_one:
            yield path


def find(paths: Sequence[str], exclude: Sequence[str] = (), base: str = "") -> Found:
    """The documents *paths* lead to, each once, in their order. Raises `Failure` for a path that is none."""
    search = _Search(exclude, base)
    cut_short, rerooted = [], []
    for path in paths or ["."]:
        if os.path.isdir(path):
            if not search.folder(path):
                cut_short.append(path)
            continue
        if archive := in_archive(path):
            search.archive(archive)
            continue
        search.documents[found := one(path)] = None
        if root := _named_in_vain(found, path):
            search.documents[root] = None
            rerooted.append((found.place(), root.place()))
    return Found(
        tuple(search.documents),
        tuple(cut_short),
        tuple(search.excluded),
        tuple(search.hidden),
        tuple(search.unread),
        tuple(rerooted),
        (*(_named_kinds(search) if search.other_kinds else ()), *search.named),
    )


def in_archive(path: str) -> Named | None:
    """What *path* names of an archive: all of it, or a file in it (``paper.zip:main.tex``); None for anything else."""
    if not any(ending in path.casefold() for ending in ARCHIVES):
        return None
    from askfirst import archives

    return archives.named(path)


def _named_in_vain(own: Document, path: str) -> Document | None:
    """The root that the LaTeX file *path* names, where it has authors of its own and that root does not take it in."""
    whole = _whole(path)
    if not is_latex(path) or os.path.join(own.top, own.path) != whole:
        return None
    root = _named_root(whole, _text(_head(whole)))
    return document(root) if root and root != os.path.realpath(whole) else None


def one(path: str, exists: bool = True) -> Document:
    """The document that the file *path* is, or is a part of. Raises `Failure`."""
    if exists and (archive := in_archive(path)) and archive.member:
        from askfirst.archives.looking import member

        return member(archive)
    if exists and not os.path.lexists(path):
        raise Failure(MISSING, path, code=MISUSE)
    if exists and not os.path.isfile(path):
        if os.path.islink(path) and is_annexed(os.readlink(path)):
            raise Failure(ANNEXED, path, code=MISUSE)
        raise Failure(NO_FILE, path, code=MISUSE)
    if module_name(path) is None:
        from askfirst.other_kinds import READ, step_for

        step = step_for(path)
        raise Failure(step.says if step else READ, path, code=MISUSE)
    own = _whole(path)
    return document(root_of(own) if exists else own)


def _whole(path: str) -> str:
    """*path* as an absolute one; of its links only those of the folder are followed."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)


def document(path: str) -> Document:
    """The `Document` of the absolute *path*."""
    folder = os.path.dirname(path)
    top = repository_root(folder) or folder
    return Document(top, os.path.relpath(path, top).replace(os.sep, "/"))


def _is_seen(name: str) -> bool:
    return not name.startswith(".") or kind_of(name) is not None


def _passed_over(place: str, folder: str) -> bool:
    if folder.startswith(".") or folder in PASSED_OVER:
        return True
    inside = os.path.join(place, folder)
    return any(os.path.lexists(os.path.join(inside, mark)) for mark in ("pyvenv.cfg", ".git"))


def _excluded(path: str, exclude: Sequence[str], base: str) -> bool:
    if not exclude:
        return False
    from fnmatch import fnmatch

    inside = os.path.relpath(path, os.path.realpath(base or ".")).replace(os.sep, "/")
    if inside.startswith("../"):  # a neighbour of the folder whose settings these are
        return False
    return any(fnmatch(inside, pattern) or inside.startswith(pattern.rstrip("/") + "/") for pattern in exclude)


def is_document(path: str) -> bool:
    """Whether the file *path* is a document of its own: by its name, then by how it begins. Raises `Unreadable`."""
    name = os.path.basename(path)
    if not is_one(name, lambda: _beginning(path)):
        return False
    kind = kind_of(name)
    if kind is not None and kind.alone in ("always", "listed"):  # known by its name, and not opened yet
        _beginning(path)
        return os.path.exists(path)
    return True


def _is_manuscript(path: str) -> bool:
    """Whether a file in a folder that is passed over is a paper: no metadata of software, and nothing unreadable."""
    kind = kind_of(path)
    try:
        return kind is not None and kind.alone != "always" and is_document(path)
    except Unreadable:
        return False


def _shown(path: str) -> str:
    """The absolute *path* as it would be typed in the current folder."""
    return document(path).place()


def is_latex(path: str) -> bool:
    """Whether *path* is named like a LaTeX file."""
    return path.casefold().endswith(_LATEX)


def is_one(name: str, head: Callable[[], bytes]) -> bool:
    """Whether a file called *name* that begins with *head* is a document of its own."""
    kind = kind_of(name)
    if kind is None or kind.alone in ("named", "never"):
        return False
    if kind.alone == "listed":
        return is_named_author_list(name)
    if kind.alone == "class":
        return begins_document(head())
    if kind.alone == "authors":
        return bool(_AUTHORS.search(_text(head())))
    if kind.alone == "root":
        return bool(_ROOT.match(_text(head())))
    return kind.alone == "always" or _is_paper(kind.reader, name.casefold(), _text(head()))


def begins_document(head: bytes) -> bool:
    """Whether LaTeX that begins with *head* has a ``\\documentclass`` that is no comment."""
    head = _in_bytes(head)
    return b"\\document" in head and bool(_DOCUMENT.search(_text(head)))


def _in_bytes(head: bytes) -> bytes:
    """*head* without the empty bytes that UTF-16 and UTF-32 put between the letters of a command."""
    return head.replace(b"\0", b"") if b"\0" in head else head


def _text(head: bytes) -> str:
    return _in_bytes(head).decode("utf-8", "replace")


def _beginning(path: str) -> bytes:
    """How the file *path* begins; of a long LaTeX file all of it, where its class does not stand in the first part.

    Raises `Unreadable`. A link that leads nowhere is no file: editors leave such beside what they have open.
    """
    if not os.path.exists(path):
        if os.path.islink(path) and is_annexed(os.readlink(path)):
            raise Unreadable(ANNEXED)
        return b""
    top = _top_of(path)
    head = read_head(path, top, HEAD)
    if pointer := in_place_of_text(head):
        raise Unreadable(pointer)
    if len(head) == HEAD and is_latex(path) and not begins_document(head):
        return read_head(path, top, LARGEST)
    return head


def _head(path: str) -> bytes:
    try:
        return read_head(path, _top_of(path), HEAD)
    except Unreadable:
        return b""


def _top_of(path: str) -> str:
    folder = os.path.dirname(path)
    return repository_root(folder) or folder


def _is_paper(reader: str, name: str, head: str) -> bool:
    if reader == "typst":
        from askfirst_checks.readers.typst import is_paper as names_authors

        return names_authors(name, head)
    from askfirst_checks.readers.markdown.front_matter import is_paper

    return is_paper(name, head)


def root_of(path: str, typed: bytes | None = None) -> str:
    """The root file of the LaTeX part *path* (absolute), where it can be found; else *path* itself.

    *typed* is how it begins, where that is not what lies on disk.
    """
    if not path.casefold().endswith(_LATEX):
        return path
    head = _head(path) if typed is None else typed
    root = _named_root(path, _text(head))
    if root and (not _OWN_AUTHORS.search(_text(head)) or _reaches(root, os.path.realpath(path))):
        return root
    if begins_document(head):
        return path
    return next((root for root in _roots_near(path) if _reaches(root, path)), path)


def _named_root(path: str, head: str) -> str | None:
    found = (_beside(path, named) for named in _named_roots(head))
    return next((root for root in found if root), None)


def _named_roots(head: str) -> Iterator[str]:
    """Roots that a part names itself. The plain words are looked for first: compiling a pattern takes longer."""
    if "root" in head[:4096].casefold() and (magic := _MAGIC.search(head[:4096])):
        yield magic[1].strip()
    if "subfiles" in head and (subfile := _SUBFILE.search(head)):
        yield subfile[1].strip()


def _beside(path: str, named: str) -> str | None:
    top = repository_root(os.path.dirname(path))
    for suffix in ("", ".tex"):
        root = os.path.realpath(os.path.join(os.path.dirname(path), named + suffix))
        inside = is_inside(root, top) if top else is_inside(path, os.path.dirname(root))
        if inside and root.casefold().endswith(_LATEX) and os.path.isfile(root):
            return root
    return None


def _roots_near(path: str) -> Iterator[str]:
    folder = os.path.dirname(path)
    top = repository_root(folder)
    for _ in range(LEVELS_UP + 1):
        try:
            names = sorted(os.listdir(folder))[:1000]
        except OSError:
            return
        candidates = (os.path.join(folder, name) for name in names if name.casefold().endswith(_LATEX))
        yield from (file for file in candidates if file != path and begins_document(_head(file)))
        if folder == top or os.path.dirname(folder) == folder:
            return
        folder = os.path.dirname(folder)


def _reaches(root: str, part: str) -> bool:
    """Whether *part* is included from *root*, directly or through other parts (at most 200 of them)."""
    waiting, seen, top = [root], {root}, _top_of(root)
    while waiting and len(seen) < 200:
        for name in _parts(waiting.pop(), os.path.dirname(root)):
            if name == part:
                return True
            if name not in seen and os.path.isfile(name) and is_inside(name, top):
                seen.add(name)
                waiting.append(name)
    return False


def _parts(file: str, base: str) -> Iterator[str]:
    try:
        text = read_regular(file, limit=4 * 1024 * 1024).decode("utf-8", "replace")
    except Unreadable:
        return
    for found in _PART.finditer(text):
        name = os.path.join(found[1] or "", (found[2] or found[3] or "").strip())
        for folder in {base, os.path.dirname(file)}:
            whole = os.path.normpath(os.path.join(folder, name))
            yield whole if os.path.splitext(whole)[1] else whole + ".tex"
