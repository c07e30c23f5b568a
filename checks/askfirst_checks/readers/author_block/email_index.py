"""Which of many authors an e-mail address may name, without comparing it with each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from askfirst_checks.readers.author_block.emails import forms_of, letters_of, parts_of

_HEAD = 4
"""letters of a name that `emails.fits` looks for inside a local part, at the least"""


class EmailIndex:
    """Names by their words, by the first letters of these, and by the forms that local parts take."""

    def __init__(self, names: Sequence[str]) -> None:
        self._words: dict[str, list[int]] = {}
        self._heads: dict[str, list[int]] = {}
        self._forms: dict[str, list[int]] = {}
        for number, name in enumerate(names):
            parts = parts_of(name)
            for part in parts:
                if len(part) == 1:
                    continue
                self._words.setdefault(part, []).append(number)
                if len(part) >= _HEAD:
                    self._heads.setdefault(part[:_HEAD], []).append(number)
            for form in forms_of(parts) if parts else ():
                self._forms.setdefault(form, []).append(number)

    def named_by(self, address: str) -> list[int]:
        """The numbers, in order, of all names of which `emails.fits` can say 0.45 or more."""
        return sorted(set(self._possible(*letters_of(address))))

    def _possible(self, pieces: Sequence[str], joined: str) -> Iterator[int]:
        for piece in pieces:
            yield from self._words.get(piece, ())
        for at in range(len(joined) - _HEAD + 1):
            yield from self._heads.get(joined[at : at + _HEAD], ())
        yield from self._forms.get(joined, ())
