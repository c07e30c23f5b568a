"""What mathematics prints among names: raised marks and signs; formulas print their letters."""

from __future__ import annotations

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.typst.syntax import Bit

_RAISED = pattern(r"\s*(?:\"\"|zws|\{\})?\s*\^\s*(?:\((.*)\)|(.+?))\s*", 16)
_SIGNS = {
    "dagger": "†", "dagger.double": "‡", "ddagger": "‡", "ast": "*", "ast.op": "*", "ast.basic": "*", "star": "*",
    "section": "§", "pilcrow": "¶", "dot": "·", "parallel": "‖", "bullet": "•", "circle": "∘",
    "circle.small": "∘", "circle.filled": "●", "circle.stroked": "○",
    "square": "□",
    "square.filled": "■", "triangle": "△", "diamond": "◇", "star.filled": "*", "star.stroked": "☆", "hash": "#",
    "at": "@", "space": " ", "space.nobreak": " ", "dash.en": "–", "dash.em": "—", "envelope": "✉", "mail": "✉",
    "email": "✉", "suit.spade": "♠", "suit.club": "♣", "suit.heart": "♥", "suit.diamond": "♦", "amp": "&",
    "comma": ",", "underscore": "_", "hyph": "-", "dash": "-", "quote.single": "'", "interpunct": "·",
}  # fmt: skip
_ODD = "∘○◦♠♣♥♦◇◆□■△▲▽▼☆⋄⊥⋈∇∞♮♭♯♪⊙⊕⊗⊛●•·⬧➀"
"""signs that nobody but Typst's users raises as marks"""
_AS_MARKS = str.maketrans({sign: f"sy{number}" for number, sign in enumerate(_ODD, 1)})
_WORD = pattern(r"[a-z]{3,}(?:\.[a-z]+)*")
_QUOTED = pattern(r'"([^"]*)"')
_STAR = pattern(r"[⋆★∗]")


def sign(name: str) -> str:
    """What the symbol *name* of ``sym`` or ``emoji`` prints; empty where it stands for none of the marks."""
    return _SIGNS.get(name, "")


def as_mark(text: str) -> str:
    """Raised *text* with the signs that are no usual marks as ``sy1``, which is read as one."""
    return text.translate(_AS_MARKS)


def printed(inner: Bit) -> tuple[Bit, ...]:
    """What the mathematics *inner* prints."""
    found = _RAISED.fullmatch(inner.text)
    text = _words(found[1] or found[2]) if found else _words(inner.text)
    if found is not None:
        return (inner._replace(text=as_mark(text), is_raised=True),)
    return (inner._replace(text=text),) if text else ()


def _words(text: str) -> str:
    text = _QUOTED.sub(r"\1", text)
    return _STAR.sub("*", _WORD.sub(lambda match: _SIGNS.get(match[0], match[0]), text)).strip()
