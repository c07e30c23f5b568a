"""How a name is printed changes nothing, and no change of print turns it into another institution."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from askfirst_checks.names.institutions import Gazetteer
from askfirst_checks.names.near import LEAST, one_edit

GAZETTEER = Gazetteer()
MIXED = [
    "University",
    "of",
    "Science",
    "and",
    "Technology",
    "China",
    "Beijing",
    "Nanjing",
    "Kim",
    "Il",
    "Sung",
    "南京大学",
]
MIXED += ["김일성종합대학", ",", ";", "(", "&", "'", "é"]
UNIVERSITIES = {
    "Kim Il Sung University": ("kp-kim-il-sung-university", "KP"),
    "Sharif University of Technology": ("ir-sharif-university-of-technology", "IR"),
    "Nanjing University": ("cn-nanjing-university", "CN"),
    "Nanjing University of Aeronautics and Astronautics": (
        "cn-nanjing-university-of-aeronautics-and-astronautics",
        "CN",
    ),
    "University of Science and Technology of China": ("cn-university-of-science-and-technology-of-china", "CN"),
    "Harbin Engineering University": ("cn-harbin-engineering-university", "CN"),
    "Xi'an Jiaotong University": ("cn-xian-jiaotong-university", "CN"),
    "Moscow Institute of Physics and Technology": ("ru-moscow-institute-of-physics-and-technology", "RU"),
    "Bauman Moscow State Technical University": ("ru-bauman-moscow-state-technical-university", "RU"),
}
SEGMENTS = ["Department of Physics", "School of Engineering", "Key Laboratory of Optics", "No. 1 Main Street", "100084"]
OTHERS = [
    "Beijing University of Technology",
    "Northwest University",
    "Kyoto University",
    "Humboldt-Universität zu Berlin",
]

names = st.sampled_from(sorted(UNIVERSITIES))


def named(text: str, country: str) -> list[str]:
    return [hit.id for hit in GAZETTEER.find(text, None, (country,))[0]]


@settings(deadline=None)
@given(names, st.permutations(SEGMENTS), st.integers(0, len(SEGMENTS)), st.sampled_from([", ", "; ", ",\n", " , "]))
def test_the_order_of_the_segments_does_not_matter(name: str, segments: list[str], at: int, comma: str) -> None:
    body, country = UNIVERSITIES[name]
    assert named(comma.join([*segments[:at], name, *segments[at:]]), country) == [body]


@settings(deadline=None)
@given(names, st.data())
def test_case_does_not_matter(name: str, data: st.DataObject) -> None:
    upper = data.draw(st.lists(st.booleans(), min_size=len(name), max_size=len(name)))
    printed = "".join(sign.upper() if up else sign.lower() for sign, up in zip(name, upper, strict=True))
    body, country = UNIVERSITIES[name]
    assert named(printed, country) == [body]


@settings(deadline=None)
@given(names, st.data())
def test_accents_do_not_matter(name: str, data: st.DataObject) -> None:
    marks = data.draw(
        st.lists(st.sampled_from(["", "\u0301", "\u0308", "\u030c"]), min_size=len(name), max_size=len(name))
    )
    printed = "".join(sign + mark if sign.isalpha() else sign for sign, mark in zip(name, marks, strict=True))
    body, country = UNIVERSITIES[name]
    assert named(printed, country) == [body]
    assert named(unicodedata.normalize("NFC", printed), country) == [body]


@settings(deadline=None)
@given(
    names, st.lists(st.sampled_from([" ", "  ", "-", "\u00a0", "\u2009", " \n", "\n", "\t"]), min_size=12, max_size=12)
)
def test_spaces_hyphens_and_line_breaks_between_words_do_not_matter(name: str, gaps: list[str]) -> None:
    words = name.split()
    soft = [gap if gap not in "\n\t" else " " for gap in gaps]
    printed = words[0] + "".join(gap + word for gap, word in zip(soft, words[1:], strict=False))
    body, country = UNIVERSITIES[name]
    assert named(printed, country) == [body]


@settings(deadline=None)
@given(st.lists(st.sampled_from(SEGMENTS + OTHERS), min_size=1, max_size=6, unique=True))
def test_what_names_no_listed_body_names_none_in_any_order(segments: list[str]) -> None:
    assert named(", ".join(segments), "CN") == []


@settings(deadline=None)
@given(names, names)
def test_two_names_in_one_text_are_those_two(one: str, other: str) -> None:
    found = GAZETTEER.find(f"{one}; {other}", None, ())[0]
    assert {hit.id for hit in found} == {UNIVERSITIES[one][0], UNIVERSITIES[other][0]}


@settings(deadline=None)
@given(names, st.data())
def test_one_wrong_letter_in_a_long_word_suggests_and_does_not_decide(name: str, data: st.DataObject) -> None:
    words = name.split()
    long = [at for at, word in enumerate(words) if len(word) >= LEAST + 1 and word not in ("University", "Technology")]
    if not long:
        return
    at = data.draw(st.sampled_from(long))
    place = data.draw(st.integers(2, len(words[at]) - 2))
    words[at] = words[at][:place] + "q" + words[at][place + 1 :]
    body, country = UNIVERSITIES[name]
    hits, resembles = GAZETTEER.find(" ".join(words), None, (country,))
    assert hits == ()
    assert body in {hit.id for hit in resembles}


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_survived(text: str) -> None:
    hits, resembles = GAZETTEER.find(text, None, ())
    for hit in (*hits, *resembles):
        (evidence,) = hit.evidence
        assert text[evidence.start : evidence.end] == evidence.words


@settings(deadline=None)
@given(st.lists(st.sampled_from(MIXED), max_size=25))
def test_any_mix_of_words_is_survived_and_its_evidence_is_printed(words: list[str]) -> None:
    text = " ".join(words)
    for hit in GAZETTEER.find(text, None, ("CN",))[0]:
        assert text[hit.evidence[0].start : hit.evidence[0].end] == hit.evidence[0].words


@settings(deadline=None)
@given(st.text("abcdef", min_size=1, max_size=8), st.text("abcdef", min_size=1, max_size=8))
def test_one_edit_is_the_distance_of_the_library_for_it(one: str, other: str) -> None:
    assert one_edit(one, other) == (OSA.distance(one, other) == 1)
