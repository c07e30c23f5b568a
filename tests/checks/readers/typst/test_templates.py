"""Authors as the templates of Typst's package index take them as arguments."""

from __future__ import annotations

import pytest
from tests.checks.readers.typst.helpers import mails, read, told

UNI, KISU = "University of Examples, Bonn", "Kim Il Sung University, Pyongyang"
BOTH = {"Ada Feld": [UNI], "Bo Lind": [UNI, KISU]}
BY_LABEL = {
    "arrays of labels (fun-article, MyST)": """#show: article.with(authors: (
      (name: "Ada Feld", affiliations: ("1",)), (name: "Bo Lind", affiliations: ("1", "2"))),
      affiliations: ((id: "1", name: "UNI"), (id: "2", name: "KISU")))""",
    "one string of labels (lapreprint)": """#show: template.with(authors: (
      (name: "Ada Feld", affiliations: "1"), (name: "Bo Lind", affiliations: "1,2")),
      affiliations: ((id: 1, name: "UNI"), (id: 2, name: [KISU])))""",
    "a dictionary of institutions (elsearticle 2)": """#show: elsearticle.with(authors: (
      (name: "Ada Feld", institutions: ("a",)), (name: "Bo Lind", institutions: ("a", "b"))),
      institutions: ("a": [UNI], "b": [KISU]))""",
    "authors by name (starter-journal-article)": """#show: article.with(authors: (
      "Ada Feld": author-meta("UB", email: "a@b.example"), "Bo Lind": author-meta("UB", "KU", cofirst: true)),
      affiliations: ("UB": "UNI", "KU": "KISU"))""",
    "a pair of authors and affiliations (bloated-neurips, lucky-icml, smooth-tmlr)": """
      #let affls = (ub: (institution: "University of Examples", location: "Bonn"),
                    ku: ("Kim Il Sung University", "Pyongyang"))
      #let authors = ((name: "Ada Feld", affl: ("ub")), (name: "Bo Lind", affl: ("ub", "ku"), equal: true))
      #show: neurips2025.with(title: [Waves], authors: (authors, affls))""",
    "numbers of a plain list (sunny-orasis)": """#show: orasis.with(authors: (
      (name: "Ada Feld", affiliation: "1"), (name: "Bo Lind", affiliation: "1,2")), affiliations: ("UNI", "KISU"))""",
    "bare numbers": """#show: conf.with(authors: ((name: "Ada Feld", affiliations: (1,)),
      (name: "Bo Lind", affiliations: (1, 2))), affiliations: ([UNI], [KISU]))""",
    "raised marks (clean-acmart)": """#let ub = super(sym.suit.spade)
      #let ku = super(sym.circle)
      #show: acmart.with(authors: ((name: [Ada Feld#ub, Bo Lind#ub#ku]),),
      affiliations: ((name: [UNI], mark: ub), (name: [KISU], mark: ku)))""",
    "a rule that is a function (tracl)": """#show: doc => acl(doc, title: [Waves], authors: make-authors(
      (name: "Ada Feld", affiliation: [UNI]), (name: "Bo Lind", affiliation: ([UNI], [KISU]))))""",
    "a block of its own (rubber-article)": """#show: article
      #maketitle(title: "Waves", authors: ((name: "Ada Feld", institute: "UNI"),
      (name: "Bo Lind", institute: ("UNI", "KISU"))))""",
    "labels in a dictionary, keys of its own": """#show: paper.with(authors: ((name: "Ada Feld", inst-ids: ("x",)),
      (name: "Bo Lind", inst-ids: ("x", "y"))), insts: (x: "UNI", y: "KISU"))""",
}


@pytest.mark.parametrize("name", BY_LABEL)
def test_labels_lead_to_affiliations(name: str) -> None:
    assert told(BY_LABEL[name].replace("UNI", UNI).replace("KISU", KISU)) == BOTH


INLINE = {
    "charged-ieee": """#show: ieee.with(authors: ((name: "Ada Feld", department: [Department of Waves],
        organization: [University of Examples], location: [Bonn, Germany], email: "ada@uni.example"),))""",
    "graceful-genetics": """#show: genetics.template.with(authors: ((name: "Ada Feld",
        department: "Department of Waves",
        institution: "University of Examples", city: "Bonn", country: "Germany", mail: "ada@uni.example"),))""",
    "arkheion": """#show: arkheion.with(authors: ((name: "Ada Feld", email: "ada@uni.example",
        affiliation: "Department of Waves, University of Examples, Bonn, Germany", orcid: "0000-0002-1825-0097"),))""",
    "clear-iclr": r"""#show: iclr2025.with(authors: ((names: ([Ada Feld],), affilation: [
        Department of Waves \
        University of Examples \
      ], address: [Bonn, Germany], email: "ada@uni.example"),))""",
    "elsearticle": """#show: elsearticle.with(authors: ((name: "Ada Feld", id: "a", corr: "ada@uni.example",
        affiliation: "Department of Waves, University of Examples, Bonn, Germany"),))""",
    "unequivocal-ams": """#show: ams-article.with(authors: ((name: "Ada Feld", department: [Department of Waves],
        organization: [University of Examples], location: [Bonn, Germany], email: "ada@uni.example"),))""",
}


@pytest.mark.parametrize("name", INLINE)
def test_an_affiliation_in_the_entry(name: str) -> None:
    assert told(INLINE[name]) == {"Ada Feld": ["Department of Waves, University of Examples, Bonn, Germany"]}
    assert mails(INLINE[name]) == {"Ada Feld": ["ada@uni.example"]}


def test_several_names_share_an_entry_and_divide_its_addresses() -> None:
    text = """#show: iclr.with(authors: ((names: ([Ada Feld], [Bo Lind]), affilation: [University of Examples],
      address: [Bonn], email: "{feld,lind}@uni.example"),))"""
    assert told(text) == {name: ["University of Examples, Bonn"] for name in ("Ada Feld", "Bo Lind")}
    assert mails(text) == {"Ada Feld": ["feld@uni.example"], "Bo Lind": ["lind@uni.example"]}


def test_a_label_that_another_author_has_shares_the_affiliation() -> None:
    text = f"""#show: elsearticle.with(authors: ((name: "Ada Feld", affiliation: "{UNI}", id: "a"),
      (name: "Bo Lind", id: "a")))"""
    assert told(text) == {"Ada Feld": [UNI], "Bo Lind": [UNI]}


def test_a_footnote_behind_a_name_is_an_affiliation_too() -> None:
    text = f"""#show: ieee.with(authors: ((name: [Ada Feld#footnote[Now at {KISU}]], organization: "{UNI}"),))"""
    assert told(text) == {"Ada Feld": [UNI, f"Now at {KISU}"]}


def test_orcid_and_who_answers_letters() -> None:
    text = """#show: a.with(authors: ((name: "Ada Feld", affiliation: "University of Examples",
      orcid: "0000-0002-1825-0097", corresponding: true),))"""
    person = read(text).authors[0]
    assert person.orcid == "0000-0002-1825-0097"
    assert person.corresponding


def test_title_abstract_and_key_words() -> None:
    seen = read("""#show: ieee.with(title: [On _waves_ \\ in *water*], abstract: [We #emph[look] at waves.],
      index-terms: ("waves", "water"), authors: ((name: "Ada Feld", organization: "University of Examples"),))""")
    assert (seen.title, seen.abstract, seen.keywords) == (
        "On waves in water", "We look at waves.", ("waves", "water"))  # fmt: skip


NOBODY = {
    "no author": '#show: article.with(title: "Waves", authors: ())\n= Introduction\nText.',
    "none": "#show: article.with(authors: none)\n= Introduction\nText.",
    "an empty entry": '#show: article.with(author: "", affiliation: [])\n= Introduction\nText.',
    "a chapter": "#import \"lib.typ\": *\n= Methods\nWe worked at Kim Il Sung University.",
    "a template of the document's own": """#let conf(title: none, authors: (), doc) = {
      set document(title: title, author: authors.map(a => a.name))
      align(center, authors.map(a => a.name).join(", "))
      doc
    }""",
    "a citation with an author": '#cite(<a>, form: "author")\n#quote(attribution: [Ada Feld])[Words.]',
    "a comment": '// authors: ((name: "Ada Feld"),)\n/* #show: ieee.with(authors: ("Ada Feld",)) */\n= Introduction',
    "raw text": '```typ\n#show: ieee.with(authors: ("Ada Feld",))\n```',
    "metadata alone": '#set document(author: "Ada Feld", title: "Exercise 3")\n= Exercise 3\nText.',
    "a curriculum vitae": '#show: resume.with(author: (firstname: "Ada", lastname: "Feld"))\n= Education\nText.',
    "a letter": '#show: letter.with(author: "Ada Feld", address: "Street 1, Bonn")\nDear all',
    "slides without authors": '#show: metropolis-theme.with(title: [Waves])\n= First\nText.',
    "mathematics": "$ x_1 = a \"author\" $ by @knuth",
    "a function with a parameter called author": "#let note(author: none, body) = [#body]\n#note[Text]",
    "a table": "#table(columns: 2, [Author], [Year], [Ada Feld], [2020])",
    "nothing": "",
    "blanks": " \n\n\t\n",
}  # fmt: skip


@pytest.mark.parametrize("name", NOBODY)
def test_it_says_nothing_where_nobody_is_an_author(name: str) -> None:
    seen = read(NOBODY[name])
    assert not seen.authors
    assert not seen.has_author_block
    assert not seen.affiliations


UNREAD = {
    "a function of a package": "#show: article.with(authors: load-authors())",
    "a file that is missing": '#import "meta.typ": authors\n#show: article.with(authors: authors)',
    "a variable that nobody defines": "#show: article.with(title: [Waves], author: people)",
}


@pytest.mark.parametrize("name", UNREAD)
def test_authors_that_could_not_be_read_are_reported(name: str) -> None:
    seen = read(UNREAD[name])
    assert seen.has_author_block
    assert any(problem.kind == "no-authors" for problem in seen.problems)


HELD = {
    "a dictionary that a package loads": """#let fm = frontmatter.load((title: [Waves],
      authors: ((name: "Ada Feld", affiliations: "UNI"),)))
      #frontmatter.show-title(fm)""",
    "a function of the document's own, given all": """#let page(meta) = [#meta.title]
      #page((title: "Waves", authors: ((givennames: "Ada", familyname: "Feld", affiliations: ("UNI",)),)))""",
    "functions of a package for person and institute": """#let uni = institute("University of Examples", addr: "Bonn")
      #show: lncs.with(authors: (author("Ada Feld", insts: (uni), oicd: "x"),))""",
    "details apart from the name": '#show: paper.with(authors: "Ada Feld", authors-details: "UNI")',
    "an address of the web in the affiliation": """#show: iclr.with(authors: ((names: ([Ada Feld],),
      affilation: [University of Examples], address: [Bonn #linebreak() #link("https://x.example/a")[x.example/a]]),))""",
}


@pytest.mark.parametrize("name", HELD)
def test_authors_inside_other_values(name: str) -> None:
    assert told(HELD[name].replace("UNI", UNI)) == {"Ada Feld": [UNI]}
