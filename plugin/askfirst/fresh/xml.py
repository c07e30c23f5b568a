"""XML of a list, parsed without entities, DTDs or outside references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from askfirst.fresh.entities import NO_EXTRA, NO_XML, OTHER_ROOT, Refused
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def root_of(content: bytes, expected: str, name: Text) -> Element:
    """The root element of *content*, which is to be *expected*. Raises `Refused`."""
    root = parsed(content, name)
    if root.tag != expected:
        found = root.tag.rpartition("}")[2][:40]
        raise Refused(OTHER_ROOT.fill(name=name, found=found, expected=expected.rpartition("}")[2]))
    return root


def parsed(content: bytes, name: Text) -> Element:
    """The root element of *content*, whatever it is. Raises `Refused`."""
    from xml.etree.ElementTree import ParseError

    try:
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import fromstring
    except ImportError as error:
        raise Refused(NO_EXTRA) from error

    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError) as error:
        raise Refused(NO_XML.fill(name=name)) from error
    return root
