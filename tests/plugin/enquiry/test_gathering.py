"""Who writes, and what the manuscript fills in."""

from __future__ import annotations

from pathlib import Path

from tests.plugin.enquiry.conftest import HOME, KIM, NUDT, SHARIF, Gather, Make, paper


def test_the_one_author_at_home_writes(make: Make, gathered: Gather) -> None:
    facts = gathered(make(KIM))
    assert (facts.author, facts.own) == ("A. Weber", (HOME,))
    assert [partner.printed for partner in facts.partners] == [KIM]


def test_two_at_home_are_not_guessed_between(tmp_path: Path, gathered: Gather, make: Make) -> None:
    path = make(KIM)
    path.write_text(paper([("A. Weber", HOME), ("D. Beispiel", HOME), ("B. Muster", KIM)]))
    facts = gathered(path)
    assert facts.author == ""
    assert facts.own == (HOME,)  # but their institution is the same


def test_two_homes_leave_the_institution_blank(gathered: Gather, make: Make) -> None:
    path = make(KIM)
    other = "Department of Physics, University of Potsdam, Potsdam, Germany"
    path.write_text(paper([("A. Weber", HOME), ("D. Beispiel", other), ("B. Muster", KIM)]))
    facts = gathered(path)
    assert (facts.author, facts.own) == ("", ())
    assert gathered(path, by="d. beispiel").own == (other,)


def test_the_partner_is_never_the_writer(gathered: Gather, make: Make) -> None:
    path = make()
    path.write_text(paper([("B. Muster", KIM), ("C. Muster", SHARIF)]))
    assert gathered(path).author == ""


def test_a_third_institution_is_told(gathered: Gather, make: Make) -> None:
    third = "Department of Physics, University of Vienna, Vienna, Austria"
    assert gathered(make(NUDT, third)).others == (third,)


def test_listed_is_told_and_not_listed_is_told(gathered: Gather, make: Make) -> None:
    listed, free = gathered(make(SHARIF)), gathered(make(KIM))
    assert listed.not_found_on == ()
    assert "Sharif University of Technology" in {name for name, _ in listed.partners[0].listed}
    assert len(free.not_found_on) == 3
    assert free.partners[0].listed == ()


def test_measures_come_once_and_in_the_order_of_the_layers(gathered: Gather, make: Make) -> None:
    facts = gathered(make(KIM, SHARIF))
    layers = [ground.layer for ground in facts.grounds]
    assert layers == sorted(layers, key=["country", "listing", "item", "assessment"].index)
    assert len({ground.measure for ground in facts.grounds}) == len(facts.grounds)
    assert set(facts.confidence) == {ground.measure for ground in facts.grounds}
