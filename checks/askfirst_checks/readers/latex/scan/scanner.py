"""One pass over a file: the macros that matter, with their arguments, everything else left alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from askfirst_checks.light import NamedTuple
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex.bindings import generic
from askfirst_checks.readers.latex.bindings.prefixed import kindred
from askfirst_checks.readers.latex.scan.user_macros import DEFINERS, INPUTS, false, skip_false
from askfirst_checks.readers.source.mapped_text import Strip
from askfirst_checks.readers.tex.arguments import CAP, CAP_BROKEN, Arg, arguments

_COMMENT = pattern(r"(?<!\\)(?:\\\\)*%")
_BARE = pattern(r"\d(?=\{)")
_BLANK = pattern(r"(?:\s|%[^\n]*\n)*")
_PARAGRAPH = pattern(
    r"\n[ \t]*\n|\\(?:author|affiliation|address|affil|institute|email|title|maketitle|begin|section)\b"
)
_WITHIN = pattern(r"\\[A-Za-z]*(?:[aA]uthor|name)[a-z]*\s*[\[{]")
"""an author macro inside an environment for authors"""
_ANY = pattern(r"\\(?:((?!(?:begin|end)(?![A-Za-z@]))[A-Za-z@]+)|(begin|end)\s*\{([^{}\\]{0,80})\})")
"""any macro, or environment"""
_SHORT = 200_000
_ENVIRONMENT_NAMES = generic.SKIPPED | generic.ENVIRONMENTS.keys() | {"document"}

Search = Callable[[str, int], "re.Match[str] | None"]


class Call(NamedTuple):
    """One macro, or environment, with its arguments."""

    role: str
    """as in `generic.TOP`, or definition, input, user, environment, style"""
    name: str
    start: int
    """offset of the backslash"""
    args: tuple[Arg, ...]
    end: int
    strip: Strip

    def group(self, index: int) -> Strip | None:
        """The strip of the *index*-th argument in braces (negative: from the last)."""
        groups = [a for a in self.args if a.open == "{"]
        if -len(groups) <= index < len(groups):
            return self.strip.cut(groups[index].start, groups[index].end)
        return None

    def option(self, index: int = 0) -> Strip | None:
        """The strip of the *index*-th argument in brackets."""
        options = [a for a in self.args if a.open == "["]
        return self.strip.cut(options[index].start, options[index].end) if index < len(options) else None


def trie(words: Iterable[str]) -> str:
    """A regular expression for *words* that never tries them one by one."""
    tails: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if word:
            tails.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    if not tails:
        return ""
    branches = [re.escape(head) + trie(rest) for head, rest in sorted(tails.items())]
    joined = branches[0] if len(branches) == 1 and not ends else "(?:" + "|".join(branches) + ")"
    return joined + "?" if ends else joined


@lru_cache(maxsize=64)
def opening(extra: frozenset[str], opaque: frozenset[str]) -> re.Pattern[str]:
    """The finder, with the names of the user's own macros that hold author macros."""
    return re.compile(
        r"\\(?:("
        + trie(sorted(_names(extra)))
        + r")(?![A-Za-z@])|(begin|end)\s*\{("
        + trie(sorted(_ENVIRONMENT_NAMES | opaque))
        + r")\})"
    )


def _names(extra: frozenset[str]) -> set[str]:
    return {*generic.TOP, *DEFINERS, *INPUTS, *extra, "if", "iffalse", "endinput", "usepackage", "newenvironment"}


def searching(text: str, extra: frozenset[str], opaque: frozenset[str]) -> Search:
    """What finds the next call in *text*; in a short one by looking up every macro: `opening` is slow to compile."""
    if len(text) > _SHORT:
        return opening(extra, opaque).search
    names, environments, find = _names(extra), _ENVIRONMENT_NAMES | opaque, _ANY.search

    def search(text: str, here: int) -> re.Match[str] | None:
        while match := find(text, here):
            if match[1] in names or match[3] in environments:
                return match
            here = match.end()
        return None

    return search


class Finder:
    """Finds calls in one strip; counts what was broken."""

    def __init__(self, strip: Strip, extra: frozenset[str], opaque: frozenset[str] = frozenset()) -> None:
        self.strip = strip
        self.text = strip.text
        self.extra = extra
        self.kin = kindred(strip.text)
        self.opaque = opaque
        """environments of the user's own whose text is set as it stands"""
        self.broken: list[tuple[int, str]] = []
        self.ended = False
        self.resume = 0
        """nothing before this offset is looked at any more"""
        self.here = 0
        """how far everything was looked at"""
        self.looked = 0
        """how far the arguments of the latest call were looked for"""
        self.far = False
        """text far behind decided about a call: then nothing may be found again without a search"""
        self._after = 0
        self._unclosed = 0
        self._line = self._seen = 0
        """where the line begins up to which comments were looked for, and how far they were"""
        self._percent = False
        """a percent sign stands in between"""
        self._endless: set[str] = set()
        """environments that nothing ends from here on"""

    def calls(self) -> Iterator[Call]:
        """The calls in order; none in comments, false branches, verbatim text or behind the document's end."""
        text, find = self.text, searching(self.text, self.extra.union(self.kin), self.opaque)
        while match := find(text, self.here):
            self.here = here = match.end()
            if self._commented(match.start()):
                newline = text.find("\n", here)
                self.here = len(text) if newline < 0 else newline
            elif match[2]:
                yield from self._environment(match)
                if self.ended:
                    return
                self.here = self._after
            elif match[1] == "endinput":
                return
            elif match[1] == "iffalse" or match[1] == "if":
                self.here = skip_false(text, here) if match[1] == "iffalse" or false(text, here) else here
            else:
                call = self._call(match)
                self._after = max(here, call.end)
                yield call
                self.here = max(self._after, self.resume)

    def _commented(self, start: int) -> bool:
        """Whether *start* stands in a comment; of one long line nothing is looked at twice."""
        if start < self._seen:
            self._line, self._seen, self._percent = 0, 0, False
        newline = self.text.rfind("\n", self._seen, start)
        if newline >= 0:
            self._line = self._seen = newline + 1
            self._percent = False
        self._percent = self._percent or self.text.find("%", self._seen, start) >= 0
        self._seen = start
        return self._percent and _COMMENT.search(self.text, self._line, start) is not None

    def _environment(self, match: re.Match[str]) -> Iterator[Call]:
        name, text = match[3], self.text
        self._after = match.end()
        if name == "document":
            if match[2] == "end":
                self.ended = True
            else:
                self.looked = match.end()
                yield Call("body", name, match.start(), (), match.end(), self.strip)
            return
        if match[2] == "end":
            return
        stop = -1 if name in self._endless else text.find("\\end{" + name + "}", match.end())
        if stop < 0:
            self._endless.add(name)
        if name in generic.SKIPPED or name in self.opaque:
            self._after = match.end() if stop < 0 else stop
            return
        stop = min(len(text), match.end() + CAP_BROKEN) if stop < 0 else stop
        role = generic.ENVIRONMENTS[name]
        arg = Arg("{", match.end(), stop)
        self.looked = stop + len("\\end{" + name + "}")
        if role == "author" and _WITHIN.search(text, match.end(), stop):
            self.far = True
            return
        yield Call(role, name, match.start(), (arg,), stop, self.strip)

    def _call(self, match: re.Match[str]) -> Call:
        name, start, here = match[1], match.start(), match.end()
        self.looked = here
        for names, role in ((DEFINERS, "definition"), (INPUTS, "input"), (self.extra, "user")):
            if name in names:
                return Call(role, name, start, (), here, self.strip)
        if name in ("usepackage", "newenvironment"):
            return self._of_preamble(name, start, here)
        name = self.kin.get(name, name)
        role, groups = generic.TOP[name], _groups_of(name)
        bare = _BARE.match(self.text, here) if name in generic.MARK_FIRST else None
        begin = bare.end() if bare else here
        args, end, unclosed = arguments(self.text, begin, groups, after=role == "author", cap=self._cap())
        args = [Arg("{", here, here + 1), *args] if bare and args else args
        self.looked = end
        self._unclosed += unclosed
        if groups > 1 and name not in generic.RUNS_OVER_LINES:
            args, end = self._same_line(args, end)
        if unclosed and role in ("author", "affiliation", "email", "note"):
            args, end = self._recover(args, end, start, name)
        return Call(role, name, start, tuple(args), end, self.strip)

    def _of_preamble(self, name: str, start: int, here: int) -> Call:
        """A package that is loaded, or an environment that is defined."""
        cap = CAP_BROKEN if self._unclosed < 30 else 500
        args, end, unclosed = arguments(self.text, here, 3 if name == "newenvironment" else 1, cap=cap)
        self._unclosed += unclosed
        self.far = self.far or unclosed
        self.looked = end
        return Call("style" if name == "usepackage" else "skip", name, start, tuple(args), end, self.strip)

    def _cap(self) -> int:
        """How far a group is looked for that may not end: the less, the more did not."""
        unclosed = max(len(self.broken), self._unclosed)
        return CAP if unclosed < 3 else CAP_BROKEN if unclosed < 30 else 500

    def _same_line(self, args: list[Arg], end: int) -> tuple[list[Arg], int]:
        groups = [a for a in args if a.open == "{"]
        if len(groups) > 3 and all(_BLANK.fullmatch(self.text, a.end + 1, b.start - 1) for a, b in pairwise(groups)):
            return args, end  # name, affiliation, e-mail, ORCID (and funding), a line each, as LIPIcs has them
        for one, two in pairwise(groups):
            if self.text[one.end + 1 : two.start - 1].strip(" \t") and not self.text[
                one.end + 1 : two.start - 1
            ].startswith("["):
                return args[: args.index(two)], args[args.index(two) - 1].end + 1
        return args, end

    def _recover(self, args: list[Arg], end: int, start: int, name: str) -> tuple[list[Arg], int]:
        """An unclosed argument reads to the end of its paragraph, or to the next macro of its kind."""
        self.broken.append((start, name))
        opened = self.text.find("{", end)
        match = _PARAGRAPH.search(self.text, opened + 1, opened + 4000)
        stop = match.start() if match else min(len(self.text), opened + 1000)
        return [*args, Arg("{", opened + 1, stop)], stop


def _groups_of(name: str) -> int:
    """How many groups a macro may take."""
    if name in generic.SEVERAL_GROUPS:
        return 5
    return 2 if name in generic.TWO_GROUPS else int(name not in generic.WITHOUT_GROUPS)
