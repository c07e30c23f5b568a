"""Who belongs where: marks first, then printed names, then order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails, line_kinds
from askfirst_checks.readers.author_block.draft import ALSO, Author, Book, Note, Place, thanks
from askfirst_checks.readers.author_block.link_emails import addresses
from askfirst_checks.readers.author_block.marks import SPLIT, labels_of, norm

_WITH = pattern(
    r"\b(?:is|are|was|were)\s+(?:currently\s+|also\s+|now\s+|both\s+)?(?:with(?:\s+(?:the|both))?|at(?:\s+the)?|from(?:\s+the)?)\s+(.*)",
    re.DOTALL,
)
_WITH_ELSEWHERE = pattern(r"\b" + line_kinds.IS_WITH + r"(.*)", re.DOTALL | re.IGNORECASE)
_AFTER = pattern(
    r"\s*(?:\(?\s*(?:corresponding author\b|e-?mails?\b|tel\b|phone|http|www|"
    r"manuscript received|digital object|this work)).*$",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = pattern(
    r"^(?:\W*(?:(?:the\s+)?corresponding authors?|e-?mails?(?:\s+address(?:es)?)?)\b)+[\s.,;:)]*", re.IGNORECASE
)
_MAIL = pattern(r"\{[^{}@]*\}\s*@\s*\S+|\S*@\S+")
_COMPARED = 40_000
"""names at an affiliation times authors, beyond which names tie nothing"""
_PAIRS = 200_000
"""pairs of author and affiliation, beyond which neither marks nor order tie any more; each affiliation is judged"""
_EVERYBODY = pattern(r"\b(?:both|all|the)\b.*\bauthors?\b", re.IGNORECASE)


def tie(book: Book) -> None:
    """Give every author their affiliations and addresses, as far as anything ties them."""
    _by_mark(book)
    _by_block(book)
    _by_name(book)
    _by_order(book)
    _also_alone(book)
    if book.notes:
        from askfirst_checks.readers.author_block.link_sentences import spoken

        spoken(book)
    _from_notes(book)
    addresses(book)
    for author in book.authors:
        author.affiliations[author.marked :] = sorted(author.affiliations[author.marked :])
        texts = {book.places[n].text: n for n in reversed(author.affiliations)}
        author.affiliations = [n for n in author.affiliations if texts[book.places[n].text] == n]


def _by_mark(book: Book) -> None:
    table = _by_label(book)
    if not table:
        return
    known = set(table).union(_numbers_of_notes(book))
    noted = {key for note in book.notes for key in (*note.keys, note.number)}
    pairs = 0
    for number, author in enumerate(book.authors):
        author.marks += () if author.marks else _anchors_as_marks(author, table, noted)
        meant = dict.fromkeys(m for text in author.marks for m in labels_of(text, known))
        indices = dict.fromkeys(n for label in meant for n in _of_title(book, author, table.get(label, [])))
        pairs += len(indices)
        if pairs > _PAIRS:
            return
        _give_all(book, number, indices)
        author.marked = len(author.affiliations)


def _numbers_of_notes(book: Book) -> set[str]:
    """The labels of notes that are numbers, as those of affiliations are."""
    keys = {norm(key) for note in book.notes for key in note.keys}
    return {key for key in keys if key.isdigit()}


def _anchors_as_marks(author: Author, table: dict[str, list[int]], noted: set[str]) -> list[str]:
    """The references of *author* to footnotes that no note explains, and that an affiliation bears as its label."""
    return [a for a in author.anchors if a in table and thanks(a) in author.anchors and a not in noted]


def _give_all(book: Book, author: int, places: Iterable[int]) -> None:
    own = book.authors[author].affiliations
    known = set(own)
    for place in places:
        if place not in known:
            own.append(place)
        book.places[place].give(author)


def _by_label(book: Book) -> dict[str, list[int]]:
    """The affiliations by each label they bear; by their number where that is all they have."""
    table: dict[str, list[int]] = {}
    explicit = any(place.labels for place in book.places)
    for index, place in enumerate(book.places):
        labels = _all_labels(place)
        if not labels and place.ordinal and not (explicit and place.macro != "institute"):
            labels = [str(place.ordinal)]
        for label in dict.fromkeys(labels):
            table.setdefault(label, []).append(index)
    return table


def _all_labels(place: Place) -> list[str]:
    """The labels of *place*, whole and in parts."""
    labels = [norm(label) for label in place.labels]
    labels += [norm(token) for label in place.labels for token in SPLIT.split(label)]
    return [label for label in labels if label]


def _of_title(book: Book, author: Author, indices: list[int]) -> list[int]:
    """The places that stand at the author's own title, where any do: a paper in two languages counts twice."""
    return [n for n in indices if book.places[n].title == author.title] or indices


def _give(book: Book, author: int, place: int) -> None:
    if place not in book.authors[author].affiliations:
        book.authors[author].affiliations.append(place)
    book.places[place].give(author)


def _by_block(book: Book) -> None:
    """What stood beneath an author inside one argument, where no mark said otherwise."""
    known = [set(author.affiliations) for author in book.authors]
    for index, place in enumerate(book.places):
        for owner in list(place.owners):
            if index not in known[owner] and not (known[owner] and place.labels):
                known[owner].add(index)
                _give(book, owner, index)


def _by_name(book: Book) -> None:
    compared = 0
    for index, place in enumerate(book.places):
        for name in place.names:
            compared += len(book.authors)
            if compared > _COMPARED:
                return
            best = max(range(len(book.authors)), key=lambda n: emails.alike(name, book.authors[n].name), default=None)
            if best is not None and emails.alike(name, book.authors[best].name) >= 0.5:
                _give(book, best, index)


def _by_order(book: Book) -> None:
    """What nobody else decides: one for each in turn, those of a group to the group, the only one to all."""
    free = _free(book)
    bare = [n for n, author in enumerate(book.authors) if not _settled(book, author)]
    if not free or not bare:
        return
    unlabelled = _unlabelled(book, free)
    in_turn = _is_one_each(book, unlabelled)
    pairs = [*enumerate(unlabelled)] if in_turn else _of_group(book, bare, unlabelled)
    if not in_turn and len(pairs) > _PAIRS:
        return
    for member, number in pairs:
        _give(book, member, number)
    if not in_turn and _is_the_only_one(book):
        for member in bare:
            _give(book, member, free[0])


def _unlabelled(book: Book, places: list[int]) -> list[int]:
    """Those of *places* that no mark could mean."""
    marked = any(author.marks for author in book.authors)
    return [n for n in places if not (book.places[n].labels and marked)]


def _is_the_only_one(book: Book) -> bool:
    """Whether there is one affiliation alone, and nobody has it."""
    single = sum(place.kind == "affiliation" for place in book.places) == 1
    return single and not any(author.affiliations for author in book.authors)


def _of_group(book: Book, people: list[int], places: list[int]) -> list[tuple[int, int]]:
    """Each author with each affiliation of the same group, one pair too many where there are more than `_PAIRS`."""
    members: dict[int, list[int]] = {}
    for number in people:
        members.setdefault(book.authors[number].group, []).append(number)
    pairs = ((member, place) for place in places for member in members.get(book.places[place].group, ()))
    return list(islice(pairs, _PAIRS + 1))


def _free(book: Book) -> list[int]:
    """The affiliations that nobody owns, no name stands beside, and no mark can mean."""
    referred = _marks_refer(book)
    return [
        n
        for n, place in enumerate(book.places)
        if place.kind == "affiliation" and not (place.owners or place.names or (place.labels and referred))
    ]


def _is_one_each(book: Book, places: list[int]) -> bool:
    """Whether *places* are as many as the authors, who are one group, each in a macro that stands for one author."""
    people = len(book.authors)
    same = people > 1 and people == len(places) and len({author.group for author in book.authors}) == 1
    return same and all(book.places[n].macro in ("address", "institute", "at") for n in places)


def _also_alone(book: Book) -> None:
    """What stands as "also at" is where its author works, where nothing else is known of them."""
    for place in book.places:
        if place.macro == ALSO and place.owners and not any(_settled(book, book.authors[n]) for n in place.owners):
            place.kind = "affiliation"


def _marks_refer(book: Book) -> bool:
    """Whether any author's mark could mean an affiliation with a label (then it is not for order to decide)."""
    return any(c.isalnum() for author in book.authors for mark in author.marks for c in mark)


def _settled(book: Book, author: Author) -> bool:
    """Whether anything but a present address is known of *author*."""
    return any(book.places[n].kind == "affiliation" for n in author.affiliations)


def _from_notes(book: Book) -> None:
    """Footnotes that give an affiliation to authors who have none, and to others who refer to them."""
    bare = {n for n, author in enumerate(book.authors) if not author.affiliations}
    referring = _anchored(book)
    if not bare and not referring:
        return
    families = _by_family(book)
    for note in book.notes:
        _from_note(book, note, bare, referring, families)


def _from_note(
    book: Book,
    note: Note,
    bare: set[int],
    referring: dict[str, set[int]],
    families: dict[str, list[tuple[int, list[str]]]],
) -> None:
    """Enter the affiliation that *note* gives, if it gives one, and give it to whom it is of."""
    said = _WITH.search(note.text) or _WITH_ELSEWHERE.search(note.text)
    text = _affiliation_in(note, said[1] if said else note.text)
    if not text or _gives_none(note, said, text):
        return
    owners = _owners(note, bare, referring, note.text[: said.start()] if said else None, families)
    further = not said and line_kinds.titled(text)
    owners = {n for n in owners if n in bare or (further and not _has(book, n, text))}
    if owners:
        book.places.append(Place(text, note.span, -1))
    for owner in sorted(owners):
        _give(book, owner, len(book.places) - 1)


def _anchored(book: Book) -> dict[str, set[int]]:
    """By the label of a note the authors who refer to it; every note gets the author whose mark it carries."""
    referring: dict[str, set[int]] = {}
    for number, author in enumerate(book.authors):
        for anchor in author.anchors:
            referring.setdefault(norm(anchor), set()).add(number)
    marked = [n for n, author in enumerate(book.authors) if author.marks]
    for note in book.notes:
        _anchor(book, note, referring, marked)
    return referring


def _gives_none(note: Note, said: re.Match[str] | None, text: str) -> bool:
    """Whether *text* of a note is no affiliation for its authors: entered already, a remark, a present address, or
    where somebody comes from."""
    if note.told or (not said and line_kinds.remark(text)) or line_kinds.present(note.text):
        return True
    return bool(said and line_kinds.country(text) and note.text[: said.start(1)].rstrip().endswith("from"))


def _has(book: Book, author: int, text: str) -> bool:
    """Whether an affiliation of *author* says already what *text* does."""
    words = set(re.findall(r"\w+", text.casefold()))
    known = (set(re.findall(r"\w+", book.places[n].text.casefold())) for n in book.authors[author].affiliations)
    return any(len(words & said) >= 0.7 * min(len(words), len(said)) for said in known)


def _affiliation_in(note: Note, said: str) -> str:
    """The affiliation that the words *said* in a note give, without addresses and remarks; else nothing."""
    text = _MAIL.sub("", said)
    text = line_kinds.unfunded(_AFTER.sub("", _BEFORE.sub("", text))).strip(" \t\n.,;:()")
    alone = note.owner is not None and line_kinds.listed(text)
    return text if line_kinds.somewhere(text) or (alone and not line_kinds.dated(text)) else ""


def _owners(
    note: Note,
    bare: set[int],
    referring: dict[str, set[int]],
    before: str | None,
    families: dict[str, list[tuple[int, list[str]]]],
) -> set[int]:
    """Whose affiliation a note gives; *before* is what it says before "is with", if it says that.

    By its words, else the author it stands at, and those who refer to its label (``\\footnoteref``).
    """
    if before is not None:
        if _EVERYBODY.search(before):
            return set(bare)
        if named := _named(families, before, bare):
            return named
    if note.general and line_kinds.titled(note.text):
        return set(bare)
    if note.owner is None:
        return set()
    found = {note.owner} & bare
    return found.union(*(referring.pop(norm(key), set()) for key in [*note.keys, note.number] if norm(key)))


def _named(families: dict[str, list[tuple[int, list[str]]]], text: str, among: set[int]) -> set[int]:
    """The authors a sentence begins with ("A. Foo and B. Bar are with ...")."""
    words = emails.folded(text)
    near = [each for word in set(re.findall(r"\w+", words)) for each in families.get(word, ())]
    return {index for index, given in near if index in among and _is_given(given, words)}


def _is_given(given: list[str], words: str) -> bool:
    """Whether one of the given names, or its initial, stands in *words*; or there are none."""
    return not given or any(
        re.search(r"\b" + re.escape(part[0]) + r"(?:\b|" + re.escape(part[1:]) + r")", words) for part in given
    )


def _by_family(book: Book) -> dict[str, list[tuple[int, list[str]]]]:
    """Family name to the authors who bear it, each with the given names."""
    families: dict[str, list[tuple[int, list[str]]]] = {}
    for index, author in enumerate(book.authors):
        *given, family = re.findall(r"[^\W\d_]+", emails.folded(author.name)) or [""]
        if len(family) > 1:
            families.setdefault(family, []).append((index, given))
    return families


def _anchor(book: Book, note: Note, referring: dict[str, set[int]], marked: list[int]) -> None:
    """Tie a note to the author whose mark or reference it carries."""
    if note.owner is not None:
        return
    known = {norm(k) for k in note.keys if norm(k)}
    refer = set[int]().union(*(referring.get(key, set()) for key in known))
    refer |= {n for n in marked if any(labels_of(text, known) for text in book.authors[n].marks)} if known else set()
    note.owner = min(refer, default=None)
    if "correspond" in note.text.lower():
        for index in refer:
            book.authors[index].corresponding = True
