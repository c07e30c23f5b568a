"""Lists in the shapes of the UN's and the EU's files, with invented bodies, small, and a server that hands them out."""

from __future__ import annotations

from tests.plugin.online.services import Answer, FakeServices

NEW = "Sample Institute of Applied Rockets"


def un_entity(reference: str, name: str, programme: str = "DPRK", *aliases: tuple[str, str]) -> str:
    """One entity; *aliases* are (quality, name)."""
    said = "".join(
        f"<ENTITY_ALIAS><QUALITY>{quality}</QUALITY><ALIAS_NAME>{alias}</ALIAS_NAME></ENTITY_ALIAS>"
        for quality, alias in aliases
    )
    return (
        f"<ENTITY><DATAID>1</DATAID><FIRST_NAME>{name}</FIRST_NAME><UN_LIST_TYPE>{programme}</UN_LIST_TYPE>"
        f"<REFERENCE_NUMBER>{reference} </REFERENCE_NUMBER><LISTED_ON>2026-09-01</LISTED_ON>{said}"
        "<ENTITY_ALIAS><QUALITY/><ALIAS_NAME/></ENTITY_ALIAS></ENTITY>"
    )


def un(*more: str, fill: int = 200, day: str = "2026-11-20", persons: int = 3) -> bytes:
    """The UN's list: *fill* entities of another programme, and *more*."""
    rest = "".join(un_entity(f"QDe.{n:03}", f"Sample Group {n}", "Al-Qaida") for n in range(fill))
    people = "<INDIVIDUAL><FIRST_NAME>Sample</FIRST_NAME></INDIVIDUAL>" * persons
    return (
        f'<?xml version="1.0" encoding="utf-8"?><CONSOLIDATED_LIST dateGenerated="{day}T00:00:09.554Z">'
        f"<INDIVIDUALS>{people}</INDIVIDUALS><ENTITIES>{rest}{''.join(more)}</ENTITIES></CONSOLIDATED_LIST>"
    ).encode()


def eu_entity(reference: str, name: str, code: str = "E") -> str:
    """One entity, or a person (``P``)."""
    return (
        f'<sanctionEntity euReferenceNumber="{reference}" unitedNationId=""><regulation programme="IRN" '
        f'publicationDate="2025-09-29" numberTitle="2025/1980"/><subjectType code="x" classificationCode="{code}"/>'
        f'<nameAlias wholeName="{name}" strong="true"/><nameAlias wholeName="SI" strong="false"/></sanctionEntity>'
    )


def eu(*more: str, fill: int = 1200, day: str = "2026-11-20") -> bytes:
    """The EU's list."""
    rest = "".join(eu_entity(f"EU.1.{n}", f"Sample Body {n}") for n in range(fill))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><export xmlns="http://eu.europa.ec/fpi/fsd/export" '
        f'generationDate="{day}T16:47:04.449+02:00">{rest}{"".join(more)}</export>'
    ).encode()


UN_PATH = "/un/consolidated.xml"
EU_PATH = "/eu/xmlFullSanctionsList_1_1/content"


def plays(services: FakeServices, path: str, *answers: Answer | bytes) -> None:
    """What the server gives at *path*, one after the other."""
    services.answers[path] = [each if isinstance(each, Answer) else Answer(200, each) for each in answers]
