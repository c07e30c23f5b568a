"""An index of invented works: ordinary affiliations, and a few planted ones whose works must be found."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

FAMILY = ("Keller", "Ott", "Vogt", "Brandt", "Sommer", "Winter", "Falk", "Lorenz", "Haas", "Berg")
UNITS = ("Department of Physics", "Institute of Chemistry", "Faculty of Biology", "School of Medicine", "Laboratory")
HOUSES = (
    "University of {town}, {town}, {country}",
    "Technical University of {town}, {country}",
    "{town} Institute of Technology, {town}, {country}",
)
TOWNS = (
    ("Bonn", "Germany"),
    ("Ulm", "Germany"),
    ("Lyon", "France"),
    ("Leeds", "UK"),
    ("Osaka", "Japan"),
    ("Boston", "USA"),
    ("Seoul", "Republic of Korea"),
    ("Porto", "Portugal"),
    ("Oslo", "Norway"),
    ("Graz", "Austria"),
)
PLANTED = (
    "Department of Physics, Kim Il Sung University, Pyongyang, DPR Korea",
    "Institute of Optics, State Academy of Sciences, Pyongyang",
    "Kim Chaek University of Technology, Pyongyang, North Korea",
)


def works(count: int, planted: int = 0, seed: int = 1) -> Iterator[dict[str, object]]:
    """*count* works as OpenAlex describes them, *planted* of them with an affiliation in the DPRK."""
    choose = random.Random(seed)
    chosen = set(choose.sample(range(count), planted))
    for number in range(count):
        strings = [_affiliation(choose) for _ in range(choose.randint(1, 4))]
        if number in chosen:
            strings.append(PLANTED[number % len(PLANTED)])
        yield {
            "id": f"https://openalex.org/W{number}",
            "title": f"Work {number}",
            "publication_date": f"{choose.randint(2008, 2024)}-{choose.randint(1, 12):02d}-{choose.randint(1, 28):02d}",
            "authorships": [
                {"raw_author_name": f"A. {choose.choice(FAMILY)}", "raw_affiliation_strings": [text]}
                for text in strings
            ],
        }


def lines(count: int, planted: int = 0, seed: int = 1) -> str:
    """The same as JSON lines."""
    return "".join(json.dumps(each) + "\n" for each in works(count, planted, seed))


def _affiliation(choose: random.Random) -> str:
    town, country = choose.choice(TOWNS)
    house = choose.choice(HOUSES).format(town=town, country=country)
    return f"{choose.choice(UNITS)} {choose.randint(1, 400)}, {house}"
