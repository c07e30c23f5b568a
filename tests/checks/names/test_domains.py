"""E-mail and web addresses to the country of their domain."""

from __future__ import annotations

import pytest

from askfirst_checks.names import domains
from askfirst_checks.names.resolve import Resolver

RESOLVER = Resolver()


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("sj.im@ryongnamsan.edu.kp", "KP"),
        ("a@star-co.net.kp", "KP"),
        ("http://www.kut.edu.kp/index.php", "KP"),
        ("a.b@ut.ac.ir", "IR"),
        ("mailto:a@sharif.edu", "IR"),
        ("ivanov@physics.msu.ru", "RU"),
        ("https://www.jinr.ru/", "RU"),
        ("a@xn--80aswg.xn--p1ai", "RU"),
        ("a@университет.рф", "RU"),
        ("a@bsu.by", "BY"),
        ("a@damascusuniversity.edu.sy", "SY"),
        ("{a,b}@mbi-berlin.de", "DE"),
        ("a@phys.snu.ac.kr", "KR"),
        ("a@mit.edu", "US"),
        ("a@nist.gov", "US"),
        ("a@nrl.navy.mil", "US"),
        ("a@aub.edu", "LB"),
        ("a@kaist.edu", "KR"),
        ("a@ox.ac.uk", "GB"),
        ("mbi-berlin.de", "DE"),
    ],
)
def test_a_telling_domain(address: str, country: str) -> None:
    resolution = RESOLVER.address(address)
    assert [hit.code for hit in resolution.countries] == [country]
    for each in resolution.countries[0].evidence:
        assert each.kind == "domain" or each.kind == "institution"
        assert address[each.start : each.end] == each.words


@pytest.mark.parametrize(
    "address",
    [
        "someone@gmail.com",
        "ryongnam31@yahoo.com",
        "a@mail.ru",
        "a@yandex.ru",
        "a@tut.by",
        "a@qq.com",
        "a@gmx.de",
        "a@example.io",
        "a@example.ai",
        "a@example.me",
        "a@example.tv",
        "a@example.cc",
        "a@example.org",
        "a@user.github.io",
        "a@example.su",
        "a@kp.example.com",
        "a@iran.example.org",
        "a@russia.net",
        "kp",
        "a@",
        "@",
        "",
        "a b c",
        "mailto:",
        "http://",
        "a@b",
        "....",
        "a@.kp.",
    ],
)
def test_an_address_that_says_nothing_of_a_country(address: str) -> None:
    assert RESOLVER.address(address).countries == ()


def test_the_institution_of_a_domain_is_named() -> None:
    hits = RESOLVER.address("sj.im@ryongnamsan.edu.kp").institutions
    assert [hit.id for hit in hits] == ["kp-kim-il-sung-university"]
    assert hits[0].evidence[0].kind == "domain"


def test_a_name_inside_an_address_is_no_name() -> None:
    assert RESOLVER.resolve("Physics, iran.moscow@gmail.com").countries == ()


def test_found_addresses_stand_where_they_are_said_to() -> None:
    text = "Physics, a.b@ut.ac.ir, see https://ut.ac.ir/x"
    assert [(text[start:end].rpartition("@")[2], host) for start, end, host in domains.find(text)] == [
        ("ut.ac.ir", "ut.ac.ir"),
        ("https://ut.ac.ir/x", "ut.ac.ir"),
    ]
