"""Lists in the shapes of OFAC's, the CSL's, the UK's and SECO's files, with invented bodies, small."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import NamedTuple


class Body(NamedTuple):
    """One entity."""

    name: str
    country: str = "Iran"
    good: Sequence[str] = ()
    """strong aliases"""
    weak: Sequence[str] = ()
    code: str = "IR"
    ended: bool = False
    """de-listed, or past its end"""


def many(n: int) -> list[Body]:
    """So many that a list is whole, none of them a research body."""
    return [Body(f"Sample Trading {number} Ltd", "Cuba", code="CU") for number in range(n)]


def ofac(*bodies: Body, fill: int = 220, day: str = "11/20/2026") -> bytes:
    """SDN.XML."""
    entries = "".join(
        f"<sdnEntry><uid>{n}</uid><lastName>{each.name}</lastName><sdnType>Entity</sdnType>"
        f"<programList><program>SAMPLE</program></programList><akaList>{_akas(each)}</akaList>"
        f"<addressList><address><city>Town</city><country>{each.country}</country></address></addressList></sdnEntry>"
        for n, each in enumerate([*bodies, *many(fill)])
    )
    person = "<sdnEntry><uid>9</uid><lastName>ZAPHOD</lastName><sdnType>Individual</sdnType></sdnEntry>"
    return (
        '<?xml version="1.0"?><sdnList xmlns="https://example.org/XML"><publshInformation>'
        f"<Publish_Date>{day}</Publish_Date></publshInformation>{entries}{person}</sdnList>"
    ).encode()


def _akas(body: Body) -> str:
    return "".join(
        f"<aka><type>a.k.a.</type><category>{kind}</category><lastName>{name}</lastName></aka>"
        for kind, names in (("strong", body.good), ("weak", body.weak))
        for name in names
    )


def csl(*bodies: Body, fill: int = 520, source: str = "Entity List (EL) - Bureau of Industry and Security") -> bytes:
    """The Consolidated Screening List as CSV."""
    return _table(
        ("_id", "source", "name", "addresses", "start_date", "end_date", "alt_names"),
        (
            ("x", source, each.name, f"1 Road, Town, {each.code}", "2020-01-01", _end(each), "; ".join(each.good))
            for each in [*bodies, *many(fill)]
        ),
    )


def csl_json(*bodies: Body, fill: int = 520) -> bytes:
    """The same as JSON."""
    results = [
        {
            "source": "Military End User (MEU) List - Bureau of Industry and Security",
            "name": each.name,
            "alt_names": list(each.good),
            "addresses": [{"address": "1 Road", "country": each.code}],
            "end_date": _end(each) or None,
        }
        for each in [*bodies, *many(fill)]
    ]
    return json.dumps({"total": len(results), "results": results}).encode()


def _end(body: Body) -> str:
    return "2021-01-01" if body.ended else ""


def uk(*bodies: Body, fill: int = 520, day: str = "20-Nov-2026") -> bytes:
    """The UK Sanctions List as CSV: a row for each name."""
    columns = [
        "Last Updated",
        "Unique ID",
        "Name 6",
        "Name 1",
        "Name type",
        "Alias strength",
        "Regime Name",
        "Designation Type",
        "Address Country",
        "Date Designated",
    ]
    rows: list[tuple[str, ...]] = [
        ("1/1/2026", "SAM0001", "ZAPHOD", "A", "Primary Name", "", "Sample", "Individual", "Iran", "01/01/2020")
    ]
    for n, each in enumerate([*bodies, *many(fill)]):
        head, tail = ("1/1/2026", f"SAM{n + 1000}"), ("Sample", "Entity", each.country, "01/02/2020")
        rows.append((*head, each.name, "", "Primary Name", "", *tail))
        rows += [(*head, name, "", "Alias", "Good quality", *tail) for name in each.good]
        rows += [(*head, name, "", "Alias", "Low quality", *tail) for name in each.weak]
    return f"Report Date: {day}\n".encode() + _table(columns, rows)


def seco(*bodies: Body, fill: int = 520, day: str = "2026-11-20") -> bytes:
    """SECO's whole list."""
    targets = "".join(_target(n, each) for n, each in enumerate([*bodies, *many(fill)]))
    person = '<target ssid="9"><individual><identity ssid="9"/></individual></target>'
    places = "".join(
        f'<place ssid="{code}"><location>Town</location><country iso-code="{code}">{name}</country></place>'
        for code, name in {(each.code, each.country) for each in [*bodies, *many(1)]}
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><swiss-sanctions-list list-type="whole-list" date="{day}">'
        f"{places}{targets}{person}</swiss-sanctions-list>"
    ).encode()


def _target(number: int, body: Body) -> str:
    def said(name: str, quality: str, kind: str) -> str:
        return (
            f'<name name-type="{kind}" quality="{quality}"><name-part order="1" name-part-type="whole-name">'
            f"<value>{name}</value></name-part></name>"
        )

    names = said(body.name, "good", "primary-name")
    names += "".join(said(name, "good", "alias") for name in body.good)
    names += "".join(said(name, "low", "alias") for name in body.weak)
    last = '<modification modification-type="de-listed" effective-date="2024-01-01"/>' if body.ended else ""
    before = f"<name><name-part><value>{body.name} then</value></name-part></name>"
    history = f"<added><entity><identity>{before}</identity></entity></added>"
    return (
        f'<target ssid="{number}">{last}<entity><identity ssid="{number}" main="true">{names}'
        f'<address place-id="{body.code}"/></identity></entity>'
        f'<modification modification-type="listed" effective-date="2020-02-01">{history}</modification></target>'
    )


def _table(columns: Sequence[str], rows: object) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)  # type: ignore[arg-type]
    return text.getvalue().encode()
