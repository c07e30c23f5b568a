"""Whatever a manuscript prints, it makes no header, no mark-up, no formula and no control sequence."""

from __future__ import annotations

import re
from email import message_from_string
from email.policy import default
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.enquiry import FORMATS, Facts, Given, compose, render
from askfirst.enquiry.values import Partner
from askfirst_checks.words import Text, same

NASTY = st.one_of(
    st.text(max_size=120),
    st.sampled_from(
        [
            "X\r\nBcc: a@b.example",
            "X\nSubject: other",
            "=cmd|' /C calc'!A0",
            "+1+1",
            "@SUM(1)",
            "-2",
            "<script>x</script>",
            "![a](http://b.example)",
            "[a](javascript:b)",
            "`x`",
            "# head",
            "1. one",
            "> quote",
            "<!--",
            "&lt;",
            "|a|b|",
            "---",
            "\x1b[31m",
            "‮evil",
            "https://b.example",
            "www.b.example",
            "a@b.example",
            "From me",
            ".\n.",
            "\ud800",
            "</aside></body>",
            "{subject}",
            "{0}",
            "$x$",
            "~~~\ncode",
            "\u2028Bcc: x",
            "=?utf-8?q?=0aBcc=3a?=",
        ]
    ),
)


def letter_of(title: str, abstract: str, printed: str, name: str) -> Facts:
    partner = Partner(
        printed, (name,), same("read"), ("kp-kim-il-sung-university",), ("KP",), ((name, "un-1718-list"),)
    )
    where = {"KP": Text("in the DPRK", "in der DVRK")}
    return Facts(
        title=title,
        abstract=abstract,
        author=name,
        email=name,
        own=(printed,),
        partners=(partner,),
        others=(printed,),
        funding=(abstract,),
        grounds=(),
        confidence={},
        countries=where,
        not_found_on=((same(title), title),),
        today="2026-11-28",
        jurisdiction="de",
        place=title,
    )


@pytest.mark.parametrize("form", FORMATS)
@given(title=NASTY, abstract=NASTY, printed=NASTY, name=NASTY)
def test_nothing_acts_on_a_terminal(form: str, title: str, abstract: str, printed: str, name: str) -> None:
    out = render(compose(letter_of(title, abstract, printed, name), "en", "office", Given(what=title)), form)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2066-\u2069\ud800-\udfff]", out)


@given(title=NASTY, abstract=NASTY, printed=NASTY, name=NASTY)
def test_a_message_has_its_own_headers_only(title: str, abstract: str, printed: str, name: str) -> None:
    out = render(compose(letter_of(title, abstract, printed, name), "de", "office", Given(when=abstract)), "eml")
    message = message_from_string(out, policy=default)
    assert set(message.keys()) <= {
        "From", "To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"
    }  # fmt: skip
    assert message["X-Unsent"] == "1"
    assert message.get_content_type() == "text/plain"
    assert not list(message.iter_attachments())
    assert not message.defects


@given(title=NASTY, abstract=NASTY, printed=NASTY, name=NASTY)
def test_no_line_of_text_is_a_formula(title: str, abstract: str, printed: str, name: str) -> None:
    out = render(compose(letter_of(title, abstract, printed, name), "en", "bafa", Given(what=title)), "text")
    lines = [line for line in out.split("\n") if not re.fullmatch(r"\+-+\+|\| .*", line)]
    assert not [line for line in lines if line[:1] in tuple("=+-@|") or line.startswith("From ")]


class Tags(HTMLParser):
    """The tags of a page, and what it would load or run."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@given(title=NASTY, abstract=NASTY, printed=NASTY, name=NASTY)
def test_a_page_has_its_own_tags_only(title: str, abstract: str, printed: str, name: str) -> None:
    page = Tags()
    page.feed(render(compose(letter_of(title, abstract, printed, name), "en", "office", Given(what=title)), "html"))
    assert page.tags <= {"html", "head", "meta", "title", "style", "body", "p", "h1", "h2", "ol", "ul", "li", "aside"}
    assert page.attributes <= {"lang", "charset", "name", "content", "http-equiv", "class"}


@given(title=NASTY, abstract=NASTY, printed=NASTY, name=NASTY)
def test_markdown_has_its_own_markup_only(title: str, abstract: str, printed: str, name: str) -> None:
    out = render(compose(letter_of(title, abstract, printed, name), "en", "office", Given(what=title)), "md")
    for line in out.split("\n"):
        bare = re.sub(r"\\.", "", line.removeprefix("> "))
        bare = re.sub(r"^\*\*(.*)\*\*$", r"\1", bare)
        assert not re.search(r"[*_`\[\]<>#|~$&@]|://|www\.", bare.removeprefix(">")), line


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(ValueError, match="no such format: docx"):
        render(compose(letter_of("a", "b", "c", "d"), "en"), "docx")


@pytest.mark.parametrize("title", ["Plasmons & magnons", "Über Licht", "C*-algebras of 2_D waves"])
def test_plain_titles_stay_readable(title: str) -> None:
    facts = letter_of(title, "b", "c", "d")
    assert title in render(compose(facts, "en"), "text")
    content = message_from_string(render(compose(facts, "en"), "eml"), policy=default).get_content()
    assert title in content
