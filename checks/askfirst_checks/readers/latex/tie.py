"""Who belongs where: marks first, then printed names, then order."""

from __future__ import annotations

import re

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.latex import looks, mails
from askfirst_checks.readers.latex.book import Author, Book, Loose, Note, Place

_SPLIT = pattern(r"[\s,;/.&]+|\band\b")
_CLEAN = pattern(r"[()\[\]{}$\\]")
_WITH = pattern(
    r"\b(?:is|are|was|were)\s+(?:currently\s+|also\s+|now\s+|both\s+)?(?:with(?:\s+(?:the|both))?|at(?:\s+the)?|from(?:\s+the)?)\s+(.*)",
    re.DOTALL,
)
_AFTER = pattern(
    r"\s*(?:\(?\s*(?:corresponding author\b|e-?mails?\b|tel\b|phone|http|www|"
    r"manuscript received|digital object|this work)).*$",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = pattern(
    r"^(?:\W*(?:(?:the\s+)?corresponding authors?|e-?mails?(?:\s+address(?:es)?)?)\b)+[\s.,;:)]*", re.IGNORECASE
)
_CROWD = 400
"""authors beyond which an address is only looked for among those it stands beside"""
_EVERYBODY = pattern(r"\b(?:both|all|the)\b.*\bauthors?\b", re.IGNORECASE)


def tie(book: Book) -> None:
    """Give every author their affiliations and addresses, as far as anything ties them."""
    _by_mark(book)
    _by_block(book)
    _by_name(book)
    _by_order(book)
    _from_notes(book)
    _addresses(book)
    for author in book.authors:
        author.affiliations[author.marked :] = sorted(author.affiliations[author.marked :])


def norm(label: str) -> str:
    """A label as it is compared."""
    return _CLEAN.sub("", label).strip(" \t\n.,;:").casefold()


def labels_of(text: str, known: frozenset[str] | set[str]) -> list[str]:
    """The known labels in a printed mark: ``1,2``, ``a b``, ``†⋄*``, ``12`` where only 1 and 2 exist."""
    whole = norm(text)
    if whole in known:
        return [whole]
    out: list[str] = []
    for token in (norm(t) for t in _SPLIT.split(text)):
        if not token:
            continue
        if token in known:
            out.append(token)
            continue
        span = re.fullmatch(r"(\d{1,2})[-–](\d{1,2})", token)
        if span and int(span[1]) < int(span[2]):
            out += [str(n) for n in range(int(span[1]), int(span[2]) + 1) if str(n) in known]
        elif len(token) <= 8:
            pieces = re.findall(r"\d+|\D", token)
            if not all(p in known for p in pieces if p.isalnum()):
                pieces = list(token)
            if all(p in known for p in pieces if p.isalnum()):
                out += [p for p in pieces if p in known]
            else:
                out += [p for p in re.findall(r"\d+", token) if p in known]
    return out


def _by_mark(book: Book) -> None:
    table: dict[str, list[int]] = {}
    explicit = any(place.labels for place in book.places)
    for index, place in enumerate(book.places):
        labels = [norm(part) for label in place.labels for part in ([label] if norm(label) else [])]
        labels += [norm(t) for label in place.labels for t in _SPLIT.split(label) if norm(t)]
        if not labels and place.ordinal and not (explicit and place.macro != "institute"):
            labels = [str(place.ordinal)]
        for label in dict.fromkeys(labels):
            table.setdefault(label, []).append(index)
    known = set(table)
    if not known:
        return
    for number, author in enumerate(book.authors):
        for label in dict.fromkeys(m for text in author.marks for m in labels_of(text, known)):
            for index in table[label]:
                _give(book, number, index)
        author.marked = len(author.affiliations)


def _give(book: Book, author: int, place: int) -> None:
    if place not in book.authors[author].affiliations:
        book.authors[author].affiliations.append(place)
    owners = book.places[place].owners
    if not owners or (owners[-1] != author and author not in owners):
        owners.append(author)


def _by_block(book: Book) -> None:
    """What stood beneath an author inside one argument, where no mark said otherwise."""
    for index, place in enumerate(book.places):
        for owner in list(place.owners):
            if index not in book.authors[owner].affiliations and not (
                book.authors[owner].affiliations and place.labels
            ):
                _give(book, owner, index)


def _by_name(book: Book) -> None:
    for index, place in enumerate(book.places):
        for name in place.names:
            best = max(range(len(book.authors)), key=lambda n: mails.alike(name, book.authors[n].name), default=None)
            if best is not None and mails.alike(name, book.authors[best].name) >= 0.5:
                _give(book, best, index)


def _by_order(book: Book) -> None:
    free = [
        n for n, place in enumerate(book.places) if not place.owners and not place.names and place.kind == "affiliation"
    ]
    free = [n for n in free if not book.places[n].labels or not _refers(book, book.places[n])]
    bare = [n for n, author in enumerate(book.authors) if not _settled(book, author)]
    if not free or not bare:
        return
    groups = {author.group for author in book.authors}
    unlabelled = [n for n in free if not book.places[n].labels]
    same = len(groups) == 1 and len(book.authors) > 1 and len(unlabelled) == len(book.authors)
    if same and all(book.places[n].macro in ("address", "institute", "at") for n in unlabelled):
        for author, place in zip(range(len(book.authors)), unlabelled, strict=True):
            _give(book, author, place)
        return
    members: dict[int, list[int]] = {}
    for number in bare:
        members.setdefault(book.authors[number].group, []).append(number)
    for number in unlabelled:
        for member in members.get(book.places[number].group, ()):
            _give(book, member, number)
    if (
        len([p for p in book.places if p.kind == "affiliation"]) == 1
        and free
        and not any(a.affiliations for a in book.authors)
    ):
        for member in bare:
            _give(book, member, free[0])


def _refers(book: Book, place: Place) -> bool:
    """Whether any author's mark could mean *place* (then it is not for order to decide)."""
    return any(c.isalnum() for author in book.authors for mark in author.marks for c in mark)


def _settled(book: Book, author: Author) -> bool:
    """Whether anything but a present address is known of *author*."""
    return any(book.places[n].kind == "affiliation" for n in author.affiliations)


def _from_notes(book: Book) -> None:
    """Footnotes that give an affiliation to authors who have none."""
    for note in book.notes:
        _anchor(book, note)
    bare = {n for n, author in enumerate(book.authors) if not author.affiliations}
    for note in book.notes if bare else ():
        said = _WITH.search(note.text)
        text = _affiliation_in(note, said[1] if said else note.text)
        if not text or (not said and looks.remark(text)) or looks.present(note.text):
            continue
        owners = _owners(book, note, bare, note.text[: said.start()] if said else None)
        if not owners:
            continue
        book.places.append(Place(text, note.span, -1))
        for owner in sorted(owners):
            _give(book, owner, len(book.places) - 1)


def _affiliation_in(note: Note, said: str) -> str:
    """The affiliation that the words *said* in a note give, without addresses and remarks; else nothing."""
    text = re.sub(r"\S*@\S+", "", said)
    text = _AFTER.sub("", _BEFORE.sub("", text)).strip(" \t\n.,;:()")
    alone = note.owner is not None and looks.listed(text)
    return text if looks.affiliation(text) or alone else ""


def _owners(book: Book, note: Note, bare: set[int], before: str | None) -> set[int]:
    """Whose affiliation a note gives; *before* is what it says before "is with", if it says that."""
    if before is None:
        return _referring(book, note) & bare if note.owner is not None else set()
    if _EVERYBODY.search(before):
        return set(bare)
    return _named(book, before, bare) or _referring(book, note) & bare


def _referring(book: Book, note: Note) -> set[int]:
    """The author a note stands at, and those who refer to it by its label (``\\footnoteref``)."""
    keys = {norm(k) for k in note.keys if norm(k)}
    found = {n for n, author in enumerate(book.authors) if keys and keys & {norm(a) for a in author.anchors}}
    return found | ({note.owner} if note.owner is not None else set())


def _named(book: Book, text: str, among: set[int]) -> set[int]:
    """The authors a sentence begins with ("A. Foo and B. Bar are with ...")."""
    words = mails.folded(text)
    found = set()
    for index in among:
        parts = re.findall(r"[^\W\d_]+", mails.folded(book.authors[index].name))
        if parts and len(parts[-1]) > 1 and re.search(r"\b" + re.escape(parts[-1]) + r"\b", words):
            heads = [
                p for p in parts[:-1] if re.search(r"\b" + re.escape(p[0]) + r"(?:\b|" + re.escape(p[1:]) + r")", words)
            ]
            if heads or len(parts) == 1:
                found.add(index)
    return found


def _anchor(book: Book, note: Note) -> None:
    """Tie a note to the author whose mark or reference it carries."""
    if note.owner is not None:
        return
    known = {norm(k) for k in note.keys if norm(k)}
    for index, author in enumerate(book.authors):
        refers = known & {norm(a) for a in author.anchors} or (
            known and [m for t in author.marks for m in labels_of(t, known)]
        )
        if refers:
            if note.owner is None:
                note.owner = index
            if "correspond" in note.text.lower():
                author.corresponding = True


def _addresses(book: Book) -> None:
    for note in book.notes:
        if note.mails:
            loose = Loose(note.mails, -1, [note.owner] if note.owner is not None else [])
            loose.hints = [note.text]
            loose.marks = note.keys
            if "correspond" in note.text.lower():
                loose.place = -1
            book.loose.append(loose)
    _in_order(book)
    book.loose.sort(key=lambda loose: not (loose.group == -1 and len(loose.owners) == 1))
    seen = {address for author in book.authors for address, _ in author.mails}
    for loose in book.loose:
        _settle(book, loose, seen)
    book.unsettled = [pair for pair in dict(book.unsettled).items() if pair[0] not in seen]


def _in_order(book: Book) -> None:
    """As many addresses as authors, each in a macro of its own behind the last author: they go by order."""
    run = [loose for loose in book.loose if loose.place is None and len(loose.owners) == 1 and not loose.marks]
    behind = [loose for loose in run if loose.owners == [len(book.authors) - 1]]
    flat = [pair for loose in behind for pair in loose.mails]
    if len(book.authors) > 1 and len(flat) == len(book.authors) and len(flat) == sum(len(x.mails) for x in book.loose):
        for loose in behind:
            book.loose.remove(loose)
        for author, pair in zip(book.authors, flat, strict=True):
            author.mails.append(pair)


def _settle(book: Book, loose: Loose, seen: set[str]) -> None:
    candidates = _candidates(book, loose)
    left: list[tuple[str, Span]] = []
    for number, pair in enumerate(loose.mails):
        if pair[0] in seen:
            _shared(book, loose, pair)
            continue
        hint = (
            loose.hints[number]
            if len(loose.hints) == len(loose.mails) and number < len(loose.hints)
            else " ".join(loose.hints)
        )
        index = _who(book, pair[0], candidates, hint, len(loose.mails), loose)
        if index is not None and loose.place == -1:
            book.authors[index].corresponding = True
        index = index if index is not None else _grouped(book, loose, candidates, number)
        if index is None:
            left.append(pair)
            continue
        seen.add(pair[0])
        book.authors[index].mails.append(pair)
    pool = range(len(book.authors)) if len(book.authors) == len(loose.mails) else candidates
    free = [n for n in pool if not book.authors[n].mails]
    if len(left) == len(free) == 1 and len(pool) == len(loose.mails) > 1:
        seen.add(left[0][0])
        book.authors[free[0]].mails.append(left.pop())
    book.unsettled += left


def _shared(book: Book, loose: Loose, pair: tuple[str, Span]) -> None:
    """An address that two people give, each in a note of their own, is both's."""
    if loose.group == -1 and len(loose.owners) == 1:
        owner = book.authors[loose.owners[0]]
        if pair[0] not in [address for address, _ in owner.mails]:
            owner.mails.append(pair)


def _grouped(book: Book, loose: Loose, candidates: list[int], number: int) -> int | None:
    """Several addresses of one place, as many as its people: by order."""
    if len(candidates) == len(loose.mails) and len(candidates) > 1:
        return candidates[number]
    return None


def _candidates(book: Book, loose: Loose) -> list[int]:
    everybody = list(range(len(book.authors)))
    if loose.marks:
        known = {norm(t) for m in loose.marks for t in [m, *_SPLIT.split(m)] if norm(t)}
        marked = [
            n
            for n in everybody
            if (known and any(labels_of(t, known) for t in book.authors[n].marks))
            or known & {norm(a) for a in book.authors[n].anchors}
        ]
        if marked:
            return marked
    if loose.place is not None and loose.place >= 0:
        owners = [n for n in everybody if loose.place in book.authors[n].affiliations]
        if owners:
            return owners
    return [o for o in loose.owners if o < len(book.authors)] or everybody


def _who(book: Book, address: str, candidates: list[int], hint: str, count: int, loose: Loose) -> int | None:
    authors = book.authors
    everybody = list(range(len(authors)))
    if len(candidates) == 1 and (count == 1 or len(loose.owners) == 1):
        only = candidates[0]
        if mails.fits(address, authors[only].name) >= 0.5 or len(authors) > _CROWD:
            return only
        other = _fitting(authors, address, [n for n in everybody if n != only])
        if other is None or mails.fits(address, authors[other].name) < 0.6:
            return only
        return other
    if len(candidates) > _CROWD and count * len(book.loose) > 20:
        return None
    hinted = _hinted(authors, hint, candidates) if hint else None
    if hinted is not None:
        return hinted
    fitting = _fitting(authors, address, candidates)
    if fitting is None and len(candidates) < len(everybody) <= _CROWD:
        other = _fitting(authors, address, everybody)
        fitting = other if other is not None and mails.fits(address, authors[other].name) >= 0.6 else None
    if fitting is not None:
        return fitting
    free = [n for n in candidates if not authors[n].mails]
    if count == 1 and len(candidates) == 1:
        return candidates[0]
    corresponding = [
        n for n in everybody if authors[n].corresponding or any("*" in m or "✉" in m for m in authors[n].marks)
    ]
    if count == 1 and len(corresponding) == 1:
        return corresponding[0]
    if len(free) == 1 and count == 1:
        return free[0]
    return _fitting(authors, address, candidates, 0.2) if len(candidates) < 6 else None


def _fitting(authors: list[Author], address: str, among: list[int], least: float = 0.45) -> int | None:
    scored = sorted(((mails.fits(address, authors[n].name), -n) for n in among), reverse=True)
    if not scored or scored[0][0] < least:
        return None
    if len(scored) > 1 and scored[1][0] == scored[0][0]:
        return None
    return -scored[0][1]


def _hinted(authors: list[Author], hint: str, among: list[int]) -> int | None:
    letters = re.sub(r"[^\w]", "", hint)
    if 1 < len(letters) <= 5 and letters.isupper():
        found = [
            n for n in among if "".join(w[0] for w in re.findall(r"[^\W\d_]+", authors[n].name)).upper() == letters
        ]
        found = found or [n for n in among if _short(authors[n].name) == letters]
        return found[0] if len(found) == 1 else None
    if len(hint) <= 60:
        scored = sorted(((mails.alike(hint, authors[n].name), -n) for n in among), reverse=True)
        if scored and scored[0][0] >= 0.6 and (len(scored) == 1 or scored[1][0] < scored[0][0]):
            return -scored[0][1]
    return None


def _short(name: str) -> str:
    words = re.findall(r"[^\W\d_]+", name)
    return (words[0][0] + words[-1][0]).upper() if words else ""
