"""What a person reads, in both languages at once, so that neither can be forgotten."""

from __future__ import annotations

from askfirst_checks.light import NamedTuple


class Text(NamedTuple):
    """One sentence in English and German."""

    en: str
    de: str

    def fill(self, **values: str | int | Text) -> Text:
        """Put *values* into the ``{braces}`` of both languages; a `Text` goes in language by language.

        Raises KeyError for a brace without a value.
        """
        return Text(self.en.format_map(_chosen(values, "en")), self.de.format_map(_chosen(values, "de")))

    def said(self, language: str) -> str:
        """The sentence in *language* (``en`` or ``de``; anything else gives English)."""
        return self.de if language == "de" else self.en


def _chosen(values: dict[str, str | int | Text], language: str) -> dict[str, str | int]:
    return {key: value.said(language) if isinstance(value, Text) else value for key, value in values.items()}


def same(words: str) -> Text:
    """Text that reads the same in both languages (a name, a number, an act)."""
    return Text(words, words)
