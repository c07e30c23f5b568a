"""Papers in XML written here: invented people, no file of anybody's."""

from __future__ import annotations

BONN = "Institute of Waves, University of Bonn, Germany"
_DOCTYPE = '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.2//EN" "JATS-journalpublishing1.dtd">'
_FOAF = 'xmlns:foaf="f" xmlns:cal="c"'


def jats(people: str, behind: str = "", back: str = "", body: str = "<p>Water.</p>") -> str:
    """An article; *behind* stands behind the group of authors."""
    title = "<title-group><article-title>Waves in <italic>cold</italic> water</article-title></title-group>"
    rest = "<abstract><p>We look at water.</p></abstract><kwd-group><kwd>water</kwd><kwd>ice</kwd></kwd-group>"
    return (
        f'<?xml version="1.0"?>\n{_DOCTYPE}\n<article><front><article-meta>{title}\n<contrib-group>\n{people}\n'
        f"</contrib-group>\n{behind}\n{rest}</article-meta></front><body>{body}</body><back>{back}</back></article>"
    )


def contrib(given: str, family: str, inner: str, more: str = 'contrib-type="author"') -> str:
    """A contributor, with what stands beside the name."""
    name = f"<name><surname>{family}</surname><given-names>{given}</given-names></name>"
    return f"<contrib {more}>{name}{inner}</contrib>\n"


def xref(key: str, kind: str = "aff") -> str:
    """What points to an ``id``."""
    return f'<xref ref-type="{kind}" rid="{key}"><sup>1</sup></xref>'


ADA = contrib("Ada", "Feld", xref("a1"))
AFF = f'<aff id="a1"><label>1</label>{BONN}</aff>'


def tei(author: str, behind: str = "") -> str:
    """A text as GROBID writes it; *behind* stands in its back."""
    title = "<title>Waves in cold water</title>"
    source = f"<sourceDesc><biblStruct><analytic>\n{author}\n{title}</analytic></biblStruct></sourceDesc>"
    words = "<textClass><keywords><term>water</term></keywords></textClass>"
    return (
        '<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Waves'
        f"</title></titleStmt>{source}</fileDesc><profileDesc><abstract><p>We look.</p></abstract>{words}</profileDesc>"
        f"</teiHeader><text><body><p>In Pyongyang.</p></body><back>{behind}</back></text></TEI>"
    )


def author(inner: str) -> str:
    """An author of TEI, with what stands behind the name."""
    return f'<author><persName><forename type="first">Bo</forename><surname>Ri</surname></persName>{inner}</author>'


_KISU = (
    "<foaf:Organization id='a1'><foaf:name>Kim Il Sung University</foaf:name><cal:orgName source='INSPIRE'>KISU"
    "</cal:orgName><cal:orgAddress>Pyongyang, DPR Korea</cal:orgAddress></foaf:Organization>"
)


def inspire(people: str, organizations: str = _KISU) -> str:
    """A collaboration's author list."""
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE collaborationauthorlist SYSTEM "author.dtd">\n'
        f"<collaborationauthorlist {_FOAF}>\n<cal:publicationReference>CERN-1</cal:publicationReference>\n"
        f"<cal:organizations>{organizations}</cal:organizations>\n<cal:authors>{people}</cal:authors>"
        "</collaborationauthorlist>"
    )


def person(named: str, key: str = "a1") -> str:
    """A person of such a list."""
    tied = f'<cal:authorAffiliation organizationid="{key}" connection=""/>'
    ids = '<cal:authorIDs><cal:authorID source="ORCID">0000-0002-1825-0097</cal:authorID></cal:authorIDs>'
    return f"<foaf:Person>{named}<cal:authorAffiliations>{tied}</cal:authorAffiliations>{ids}</foaf:Person>"
