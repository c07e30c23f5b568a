"""The words by which a Markdown document says what a heading or a bold label announces, in the languages of papers."""

from __future__ import annotations

import re

from askfirst_checks.light import Literal
from askfirst_checks.patterns import pattern

Kind = Literal["authors", "affiliations", "contact", "orcid", "free", "other"]

_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "authors",
        pattern(
            r"(?:list of )?(?:authors?(?: names?| list| information)?|authors? and affiliations?"
            r"|autor(?:in)?(?:n?en)?(?: und autor(?:inn)?en)?|verfasser(?:in)?(?:nen)?|auteurs?|autor(?:es|as?)?|autori"
            r"|авторы?|作者|著者)(?:\(s\))?",
            re.IGNORECASE,
        ),
    ),
    (
        "affiliations",
        pattern(
            r"(?:author )?(?:affiliations?|institutions?|institutes?|address(?:es)?|organi[sz]ations?)(?:\(s\))?"
            r"|affiliationen|einrichtung(?:en)?|institution(?:en)?|institut[eo]?|anschrift(?:en)?"
            r"|filia(?:ción|ciones|ção|ções)|affiliazion[ei]|afiliaci(?:ón|ones)|аффилиаци[яи]|организаци[яи]"
            r"|место работы|单位|单位地址|機関|所属(?:単位)?",
            re.IGNORECASE,
        ),
    ),
    (
        "contact",
        pattern(
            r"correspond(?:ing|ence)(?: to)?(?: authors?)?(?:\(s\))?(?:'?s? (?:e-?mail|address|details))?|korrespond\w+"
            r"|contact(?: information)?|kontakt|e-?mails?(?: address(?:es)?)?|e-?mail-adresse"
            r"|auteurs? correspondants?|correspondencia|для переписки|通讯作者",
            re.IGNORECASE,
        ),
    ),
    ("orcid", pattern(r"orcids?(?: ids?)?", re.IGNORECASE)),
)
_STOP = (
    r"(?:(?:structured|graphical|extended|plain[- ]language) )?(?:abstract|summary)|introduction|background"
    r"|zusammenfassung|einleitung|kurzfassung|résumé|resumen|resumo|introducción|introdução|riassunto|introduzione"
    r"|аннотация|annotation|реферат|введение|анотація|вступ|چکیده|خلاصه|مقدمه|الملخص|مقدمة|streszczenie|wstęp|abstrakt|úvod"
    r"|摘要|引言|要旨|はじめに|초록|서론|özet"
)
_STOPS = pattern(_STOP, re.IGNORECASE)
_PAPER = pattern(
    rf"{_STOP}|significance(?: statement)?|key ?words?|stichw[oö]rte?r?|schlagw[oö]rter|mots[- ]clés|palabras clave"
    r"|corresponding authors?|korrespondenzautor|ключевые слова|ключові слова|(?:کلید ?واژه|"
    r"واژه)[\w\u200c]*(?: ?کلیدی)?|الكلمات"
    r"|słowa kluczowe|klíčová slova|palavras[- ]chave|parole chiave|anahtar kelimeler|关键词|키워드"
    r"|statement of need|word count|running (?:title|head)|short title",
    re.IGNORECASE,
)
_REPORTED = pattern(
    r"venue|published(?: in| at| on)?|publication(?: (?:date|year|venue))?|pdf|papers?(?: (?:link|url|title))?"
    r"|arxiv(?: id| link)?|links?|url|source|year|conference|journal/conference|read(?:ing)?(?: (?:date|on))?|rating"
    r"|relevance|reviewer|project page|hugging ?face|official version|booktitle|bibtex|论文|年份|来源|链接",
    re.IGNORECASE,
)
_ONLY_PAPERS = pattern(
    r"(?:(?:structured|graphical|extended) )?abstract|introduction|key ?words?|einleitung|kurzfassung|stichw[oö]rter"
    r"|zusammenfassung|résumé|resumen|resumo|riassunto|streszczenie"
    r"|introducción|introdução|mots[- ]clés|palabras clave|palavras[- ]chave|parole chiave|аннотация|"
    r"annotation|введение|ключевые слова"
    r"|анотація|вступ|ключові слова|چکیده|مقدمه|(?:کلید ?واژه|واژه)[\w\u200c]*(?: ?کلیدی)?|الملخص|الكلمات [\w ]+"
    r"|słowa kluczowe|klíčová slova|abstrakt|özet|anahtar kelimeler|摘要|关键词|引言|要旨|초록|서론|키워드",
    re.IGNORECASE,
)
_NUMBER = pattern(r"^[\W\d_]+")
_SPREAD = pattern(r"(?<=[\u4e00-\u9fff\uac00-\ud7a3])[ \u3000]+(?=[\u4e00-\u9fff\uac00-\ud7a3])")
"""blanks that only spread two signs: ``摘  要``"""
_LONGEST = 120


def kind_of(label: str) -> Kind | None:
    """What a heading or a label announces, if it is part of an author block."""
    label = _bare(label)
    return next((kind for kind, shape in _KINDS if shape.fullmatch(label)), None)


def begins_text(label: str) -> bool:
    """Whether the paper itself begins here: abstract, introduction."""
    return _STOPS.fullmatch(_bare(label)) is not None


def of_paper(label: str) -> bool:
    """Whether papers have it, and other documents seldom."""
    return _PAPER.match(_bare(label)) is not None


def only_of_papers(label: str) -> bool:
    """Whether a curriculum vitae, a report or a letter has no such thing, as it can have a summary."""
    return _ONLY_PAPERS.match(_bare(label)) is not None


def of_report(label: str) -> bool:
    """Whether notes on somebody else's paper have it: where it appeared, where it is found."""
    return _REPORTED.fullmatch(_bare(label)) is not None


def _bare(label: str) -> str:
    bare = _NUMBER.sub("", label[:_LONGEST]).rstrip(" .:：*_-】]〕")
    return _SPREAD.sub("", bare)
