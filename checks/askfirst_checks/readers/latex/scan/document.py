"""All calls of a document in printed order, through its included files, and the user's own macros."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from askfirst_checks.light import TYPE_CHECKING, NamedTuple
from askfirst_checks.model import Problem, Span, Tree, Unreadable
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.scan.incremental import finder_for
from askfirst_checks.readers.latex.scan.scanner import Call, Finder
from askfirst_checks.readers.latex.scan.shadowed_macros import is_internal, overruled
from askfirst_checks.readers.latex.scan.unprinted_branches import without_dead
from askfirst_checks.readers.latex.scan.user_macros import Expander, Macro, definition
from askfirst_checks.readers.latex.scan.verbatim_environments import opaque
from askfirst_checks.readers.source.mapped_text import Builder, Source, Strip, whole
from askfirst_checks.readers.source.tex_encodings import declared, decode, unwoven
from askfirst_checks.readers.tex.arguments import CAP, Arg, arguments
from askfirst_checks.words import Text, same

if TYPE_CHECKING:
    from askfirst_checks.readers.latex.scan.house_macros import HouseMacro

_CARRIED_MORE = Text(
    "your own macros bring in more authors than are read; those behind this one are not",
    "eigene Makros bringen mehr Autorinnen und Autoren mit, als gelesen werden; die hinter dieser Stelle fehlen",
)
_TOO_LONG = Text(
    "the argument of \\{name} does not end within what is read of one",
    "das Argument von \\{name} endet nicht in dem Stück, das davon gelesen wird",
)
FILES = 400
"""files one document may bring in"""
_CARRIED = 6_000
"""uses of macros of the user that hold the authors themselves"""
DEPTH = 12

_BARE_PATH = pattern(r"[ \t]+([^\s{}\\%]+)")
_FOLDER = pattern(r"\{([^{}\\#]{1,200})\}")
_OTHER_SUFFIX = pattern(r"\.(?!tex$|ltx$|latex$|txt$|inc$|ins$)[A-Za-z_]\w{0,7}$", re.IGNORECASE)
_PACKAGE_SIDE = frozenset(
    [
        "glyphtounicode",
        "random",
        "insbox",
        "epsf",
        "xy",
        "xypic",
        "psfig",
        "pst-node",
        "pstricks",
        "binhex",
        "cyracc.def",
        "miniltx",
        "tikz",
        "graphicx",
        "apacite",
        "ushyphex",
        "dutchcal",
        "mathabx",
        "amssym.def",
        "amssym",
        "color",
        "pictex",
        "diagrams",
        "ulem.sty",
        "epsf.tex",
        "t1enc.def",
    ]
)
_BLOCK = ("author", "affiliation", "also", "note")
_TEXT = pattern(r"\\footnotetext\s*\[\s*#1\s*\]\s*\{\s*#2\s*\}")
_TELLING = pattern(
    r"\\(?:"
    + "|".join(sorted(k for k, v in generic.TOP.items() if v in ("author", "affiliation", "also", "email")))
    + r"|footnotetext)(?![A-Za-z@])"
)

_TOO_MANY = Text("too many files inside each other", "zu viele ineinander eingebundene Dateien")
_TOO_MANY_IN_FRONT = Text(
    "the front matter brings in more files than are followed; this one and those behind it were not read",
    "die Titelei bindet mehr Dateien ein, als verfolgt werden; diese und die folgenden wurden nicht gelesen",
)


class Gathered(NamedTuple):
    """What the files hold."""

    calls: list[Call]
    macros: dict[str, Macro]
    sources: dict[str, str]
    problems: list[Problem]
    expander: Expander
    root: Strip
    house: frozenset[str] = frozenset()
    """macros that only the settings declare"""

    def knows(self, name: str) -> bool:
        """Whether the macro *name* is known by itself: settings never vouch for a block that nobody could read."""
        own = name in self.macros and name not in self.house
        return own or name in generic.TOP or name in generic.DROPPED


class Gatherer:
    """Reads the root and what it includes; one instance per document."""

    def __init__(self, tree: Tree, root: str, house: Mapping[str, HouseMacro] | None = None) -> None:
        self.tree = tree
        self.house = house or {}
        """macros of a house class, from the settings"""
        self.root = root
        self.folder = posixpath.dirname(root)
        self.codec: str | None = None
        self.opaque: frozenset[str] = frozenset()
        """environments of the user's own that show their source"""
        self.folders: list[str] = []
        """where ``\\input@path`` says that files lie too"""
        self.sources: dict[str, Source] = {}
        self.problems: list[Problem] = []
        self.macros: dict[str, Macro] = {name: each.macro for name, each in self.house.items()}
        self.expander = Expander(self.macros, self._inline)
        self._stack: list[str] = []
        self._opened = 0
        self._inlined = 0
        self._carried = 0
        self._undefined = 0
        self._ended = False
        self._titled = False
        """whether the title was printed: what is defined anew from there on changes nothing in it"""

    def gather(self) -> Gathered:
        """Raises `Unreadable` if the root itself cannot be read."""
        data = self.tree.read(self.root)
        self.codec = declared(data)
        strip = whole(self._decoded(self.root, data, None))
        self.opaque = opaque(strip.text)
        calls = self._calls(strip, frozenset())
        carriers = self._carriers()
        if carriers:
            self.problems = [p for p in self.problems if p.kind == "encoding"]
            self._opened, self._ended, self._titled = 0, False, False
            calls = self._calls(strip, carriers)
        for name in overruled(self.macros):
            del self.macros[name]
        texts = {path: source.text for path, source in self.sources.items()}
        return Gathered(calls, self.macros, texts, self.problems, self.expander, strip, self._declared())

    def _declared(self) -> frozenset[str]:
        return frozenset([name for name, each in self.house.items() if self.macros.get(name) is each.macro])

    def _carriers(self) -> frozenset[str]:
        telling = {n for n, m in self.macros.items() if _holds_authors(n, m)}
        telling |= {n for n, each in self.house.items() if not each.is_inner}
        for _ in range(3):
            if not telling:
                break
            telling |= self._users_of(telling)
        return frozenset(n for n in telling if n.isalpha())

    def _users_of(self, names: set[str]) -> set[str]:
        """The macros whose body uses one of *names*."""
        uses = re.compile(r"\\(?:" + "|".join(map(re.escape, sorted(names))) + r")(?![A-Za-z@])")
        return {n for n, m in self.macros.items() if n not in generic.TOP and uses.search(m.body)}

    def _calls(self, strip: Strip, extra: frozenset[str], depth: int = 0) -> list[Call]:
        out: list[Call] = []
        finder = finder_for(strip, extra, self.opaque)
        for call in finder.calls():
            if call.role == "definition":
                finder.resume = self._define(call, out)
            elif call.role == "input":
                finder.resume = self._follow(call, extra, out)
            elif call.role == "user":
                finder.resume = self._used(call, extra, out, depth)
            elif call.role == "style":
                self._style(call)
            elif call.role != "skip":
                self._printed(call, extra, out)
            if self._ended:
                break
        self._ended = self._ended or finder.ended
        self.problems += [
            _markup(strip.span(at, at + len(name) + 1), name, len(strip.text) - at) for at, name in finder.broken[:3]
        ]
        return out

    def _printed(self, call: Call, extra: frozenset[str], out: list[Call]) -> None:
        """Keep a call of the front matter or the text."""
        out.append(call)
        if call.role == "class":
            self._class(call, extra, out)
        self._titled = self._titled or call.name == "maketitle"

    def _define(self, call: Call, out: list[Call]) -> int:
        found = definition(call.strip.text, call.name, call.end, 20_000 if self._undefined < 50 else 200)
        if found is None:
            self._undefined += call.name not in generic.STORES
            return call.end
        name, macro, end = found
        if name in self.house and is_internal(macro):
            return end
        if name == "input@path":
            self.folders += [folder.strip() for folder in _FOLDER.findall(macro.body)[:20]]
            return end
        if _is_declared_text(name, call.name, macro):
            arg = Arg("{", end - 1 - len(macro.body), end - 1)
            out.append(Call("declared", name, call.start, (arg,), end, call.strip))
        elif name not in self.macros or self._replaces(call.name, name, out):
            self.macros[name] = macro
        return end

    def _replaces(self, definer: str, name: str, out: list[Call]) -> bool:
        """Whether *definer* gives the known macro *name* another meaning where it is still to be used."""
        return not (definer.lower().startswith("provide") or self._is_printed(name, out))

    def _is_printed(self, name: str, out: list[Call]) -> bool:
        """Whether the title, which is printed already, has the macro *name* in its author block."""
        written = "\\" + name
        blocks = (c.strip.text[c.start : c.end] for c in out if self._titled and c.role in _BLOCK)
        return any(re.search(re.escape(written) + r"(?![A-Za-z@])", text) for text in blocks if written in text)

    def _used(self, call: Call, extra: frozenset[str], out: list[Call], depth: int) -> int:
        macro = self.macros.get(call.name)
        if macro is None or depth > 4:
            return call.end
        if self._carried >= _CARRIED:
            if self._carried == _CARRIED:
                self._carried += 1
                self.problems.append(Problem("bound", _CARRIED_MORE, call.strip.span(call.start, call.end), call.name))
            return call.end
        self._carried += 1
        body, end = self.expander.use(call.strip.text, call.name, call.end)
        builder = Builder(call.strip)
        builder.put(body, call.start, end)
        out += self._calls(builder.done(), extra, depth + 1)
        return end

    def _style(self, call: Call) -> None:
        names = call.group(0)
        for name in (names.text.split(",") if names else ())[:30]:
            source = self._beside(name.strip() + ".sty")
            if source is None:
                continue
            finder = Finder(whole(source), frozenset())
            for found in finder.calls():
                if found.role == "definition":
                    finder.resume = self._define(found, [])

    def _class(self, call: Call, extra: frozenset[str], out: list[Call]) -> None:
        """Follow what a class that lies beside the manuscript brings in, where that holds authors (ReScience)."""
        name = call.group(0)
        source = self._beside((name.text.strip() if name else "") + ".cls")
        if source is None or "\\input" not in source.text:
            return
        for found in Finder(whole(source), frozenset()).calls():
            if found.role == "input" and self._brings_authors(found):
                self._follow(found, extra, out)

    def _beside(self, name: str) -> Source | None:
        """The package or class *name* where it lies beside the manuscript and was not read yet."""
        path = posixpath.normpath(posixpath.join(self.folder, name))
        if not re.fullmatch(r"[\w./-]+", path) or path in self.sources or not self.tree.exists(path):
            return None
        return self._read(path)

    def _brings_authors(self, call: Call) -> bool:
        """Whether the file that *call* brings in holds macros of an author block."""
        paths, _ = self._target(call.name, call.strip, call.end)
        here = next((p for p in paths if p.endswith(".tex") and self.tree.exists(p)), None)
        brought = self._read(here) if here is not None else None
        return brought is not None and _TELLING.search(brought.text) is not None

    def _follow(self, call: Call, extra: frozenset[str], out: list[Call]) -> int:
        paths, end = self._target(call.name, call.strip, call.end)
        if not paths:
            return end
        strip = self._open(paths, call.strip.span(call.start, end), call.name)
        if strip is not None:
            self._stack.append(strip.pieces[0].source.path)
            out += self._calls(strip, extra)
            self._stack.pop()
            self._ended = self._ended and not call.name.startswith("subfile")
        elif any(p.kind == "file" and p.subject in paths for p in self.problems[-1:]):
            out.append(call._replace(role="lost", end=end))
        return end

    def _inline(self, name: str, strip: Strip, here: int) -> tuple[Strip | None, int]:
        """An ``\\input`` inside an argument."""
        paths, end = self._target(name, strip, here)
        self._inlined += 1
        if not paths or self._inlined > FILES:
            return None, end
        own = {piece.source.path for piece in strip.pieces}
        strip_of = self._open(paths, strip.span(max(0, here - len(name) - 1), end), name, own)
        return _printed_part(strip_of) if strip_of is not None and name.startswith("subfile") else strip_of, end

    def _target(self, name: str, strip: Strip, here: int) -> tuple[list[str], int]:
        """The paths to try, best first, and the offset behind the macro's arguments."""
        written, end = _written_path(strip.text, name, here)
        if "\\" in written:
            written = self.expander.text(written)
        if not written or "#" in written or len(written) > 400:
            return [], end
        return self._candidates(name, written, strip), end

    def _candidates(self, name: str, written: str, strip: Strip) -> list[str]:
        """Where the file *written* can lie, which the macro *name* in *strip* brings in."""
        here_folder = posixpath.dirname(strip.pieces[0].source.path) if strip.pieces else self.folder
        folders = [here_folder, self.folder] if name.startswith("sub") else [self.folder, here_folder]
        names = [written] if written.endswith(".tex") else [written + ".tex", written]
        folders += [posixpath.join(self.folder, folder) for folder in self.folders]
        paths = [posixpath.normpath(posixpath.join(f, n)) for f in dict.fromkeys(folders) for n in names]
        return list(dict.fromkeys(paths))

    def _open(self, paths: list[str], span: Span, name: str, own: set[str] | None = None) -> Strip | None:
        written = paths[0]
        base = posixpath.basename(written).removesuffix(".tex")
        if self._is_of_a_package(base, paths):
            return None
        if self._opened >= FILES:
            self._too_many(written, span)
            return None
        path = self._first_of(paths)
        if path in self._stack or path == self.root or path in (own or ()):
            self._file(path, span, Text("it includes itself", "sie bindet sich selbst ein"))
            return None
        if len(self._stack) >= DEPTH:
            self._too_many(path, span)
            return None
        self._opened += 1
        source = self._read(path, span)
        return whole(source) if source else None

    def _first_of(self, paths: list[str]) -> str:
        """The first of *paths* that is there, else the one that is told as missing."""
        missing = paths[-1] if paths[0].startswith(("/", "..")) else paths[0]
        return next((path for path in paths if self.tree.exists(path)), missing)

    def _is_of_a_package(self, base: str, paths: list[str]) -> bool:
        """Whether the file is a package's or a figure's; one that lies here may hold authors before the title."""
        if not (_OTHER_SUFFIX.search(base) or base in _PACKAGE_SIDE or base.startswith(("tikzlibrary", "pgf"))):
            return False
        return self._titled or not any(self.tree.exists(path) for path in paths)

    def _too_many(self, path: str, span: Span) -> None:
        """Before the title is printed the file may hold the authors: that is asked, once."""
        if self._titled:
            self._file(path, span, _TOO_MANY)
        elif not any(problem.kind == "bound" and problem.says == _TOO_MANY_IN_FRONT for problem in self.problems):
            self.problems.append(Problem("bound", _TOO_MANY_IN_FRONT, span, path))

    def _read(self, path: str, span: Span | None = None) -> Source | None:
        if path in self.sources:
            return self.sources[path]
        try:
            return self._decoded(path, self.tree.read(path), self.codec)
        except Unreadable as error:
            if span is not None:
                self._file(path, span, error.text)
        return None

    def _decoded(self, path: str, data: bytes, codec: str | None) -> Source:
        text, complete = decode(data, codec)
        text = without_dead(text)
        text = unwoven(text) if path.lower().endswith((".rnw", ".snw")) else text
        source = self.sources[path] = Source(path, text)
        if "\\ExplSyntaxOn" in text:
            from askfirst_checks.readers.latex.scan.stored_text import variables

            self.macros |= {f"tl {name}": Macro(0, None, body) for name, body in variables(text).items()}
        if not complete or _has_stray_nul(data):
            says = Text(
                "some bytes of {path} are in no encoding that could be told",
                "einige Bytes von {path} stehen in keiner erkennbaren Kodierung",
            )
            self.problems.append(Problem("encoding", says.fill(path=path), source.span(0, 1), path))
        return source

    def _file(self, path: str, span: Span, why: Text) -> None:
        says = Text("{path} could not be followed: {why}", "{path} konnte nicht gelesen werden: {why}")
        problem = Problem("file", says.fill(path=same(path), why=why), span, path)
        if len(self.problems) < 100 and problem not in self.problems:
            self.problems.append(problem)


def _holds_authors(name: str, macro: Macro) -> bool:
    """Whether the body of a macro has author macros in it, or is the footnote of a title by its number."""
    if name not in generic.TOP and _TELLING.search(macro.body):
        return True
    return name != "footnotetext" and macro.arity == 2 and _TEXT.search(macro.body) is not None


def _is_declared_text(name: str, definer: str, macro: Macro) -> bool:
    r"""Whether ``\def`` fills in what a class declares for its title."""
    return name in generic.DECLARED and definer.endswith("def") and not macro.arity and bool(macro.body.strip())


def _written_path(text: str, name: str, here: int) -> tuple[str, int]:
    """The path behind the input *name*, which ends at *here*, and the offset behind it; empty where there is none."""
    args, end, _ = arguments(text, here, 2 if "import" in name or name.endswith("from") else 1)
    groups = [text[a.start : a.end].strip() for a in args if a.open == "{"]
    if not groups:
        bare = _BARE_PATH.match(text, here) if name == "input" else None
        if not bare:
            return "", here
        groups, end = [bare[1]], bare.end()
    return "/".join(groups).replace('"', "").strip(), end


def _printed_part(strip: Strip) -> Strip:
    """A subfile without its own preamble."""
    start, end = strip.text.find("\\begin{document}"), strip.text.rfind("\\end{document}")
    return strip.cut(start + len("\\begin{document}"), end) if 0 <= start < end else strip


def _has_stray_nul(data: bytes) -> bool:
    if b"\0" not in data:
        return False
    from askfirst_checks.readers.source.decoding import is_wide

    return not is_wide(data)


def _markup(span: Span, name: str, left: int) -> Problem:
    if left > CAP and generic.TOP.get(name) in ("author", "affiliation"):
        return Problem("bound", _TOO_LONG.fill(name=name), span, name)
    says = Text(
        "an opening brace of \\{name} is never closed", "eine öffnende Klammer von \\{name} wird nie geschlossen"
    )
    return Problem("markup", says.fill(name=name), span, name)
