"""Whose an e-mail address is: by what stands beside it, by its marks, by its name, by order."""

from __future__ import annotations

import re

from askfirst_checks.model import Span
from askfirst_checks.patterns import pattern
from askfirst_checks.readers.author_block import emails
from askfirst_checks.readers.author_block.draft import Author, Book, Loose, Note
from askfirst_checks.readers.author_block.email_index import EmailIndex
from askfirst_checks.readers.author_block.marks import SPLIT, labels_of, norm

_INITIALS = pattern(r"(?<![\w.])((?:[A-Z]\.[\s-]?){2,4})\s*[:,(]\s*(?:\(?[Ee]-?[Mm]ail(?: address)?\s*:?)?\s*$")
_NAME = pattern(
    r"(?:^|[\n;:,()]|\sand|@\S+)\s*((?:[^\W\d_][\w.'’-]*[.\s]\s*){1,4}[^\W\d_][\w.'’-]+)\s*[:(]\s*"
    r"(?:\(?[Ee]-?[Mm]ail(?: address)?\s*:?)?\s*$"
)
_LETTERS = pattern(r"\W*(?:[^\W\d_a-z]\W*){2,4}")
"""initials, as stand behind an address"""
_LEAST = 0.45
"""likeness from which an address names somebody, as `EmailIndex` finds it"""


def addresses(book: Book) -> None:
    """Give every address to the author it is of, as far as anything tells."""
    referred = {anchor for author in book.authors for anchor in author.anchors}
    book.loose += [_of_note(book, note, referred) for note in book.notes if note.mails]
    _in_order(book)
    index = EmailIndex([author.name for author in book.authors])
    book.loose.sort(key=lambda loose: not _is_a_note_of_one(loose))
    titles: dict[int, set[str]] = {}
    for author in book.authors:
        titles.setdefault(author.title, set()).update(address for address, _ in author.mails)
    for loose in book.loose:
        _settle(book, loose, titles.setdefault(_title(book, loose), set()), index)
    _returned(book, index)
    seen = set[str]().union(*titles.values())
    book.unsettled = [pair for pair in dict(book.unsettled).items() if pair[0] not in seen]


def _of_note(book: Book, note: Note, referred: set[str]) -> Loose:
    """The addresses of *note*, what is printed beside each, and its marks: its number, where it is referred to."""
    loose = Loose(note.mails, -1, [note.owner] if note.owner is not None else [])
    hints = [_beside(note.full or note.text, address) for address, _ in note.mails]
    loose.hints = hints if any(hints) else [note.text]
    shared = [note.number] if note.number in referred else []
    loose.marks = [*note.keys, *shared]
    if shared and note.owner is not None:
        book.authors[note.owner].anchors += shared
    if "correspond" in note.text.lower():
        loose.place = -1
    return loose


def _is_a_note_of_one(loose: Loose) -> bool:
    return loose.group == -1 and len(loose.owners) == 1


def _title(book: Book, loose: Loose) -> int:
    """At which title *loose* stands: what a paper prints in two languages belongs to the authors of each."""
    if loose.place is not None and loose.place >= 0:
        return book.places[loose.place].title
    return next((book.authors[n].title for n in loose.owners if n < len(book.authors)), 0)


def _beside(text: str, address: str) -> str:
    """The initials or the name that a note prints before *address* (``A.M.: E-mail: ..``), or nothing."""
    at = text.find(address)
    before = text[max(0, at - 80) : at] if at > 0 else ""
    found = _INITIALS.search(before) or _NAME.search(before)
    return found[1] if found else ""


def _returned(book: Book, index: EmailIndex) -> None:
    """An address given with another one is not shared with the author whom it names, and who has it."""
    for author in book.authors:
        if len(author.mails) > 1:
            author.mails = [pair for pair in author.mails if not _anothers(book, author, pair[0], index)]


def _anothers(book: Book, author: Author, address: str, index: EmailIndex) -> bool:
    if emails.fits(address, author.name) >= 0.2:
        return False
    named = [book.authors[n] for n in index.named_by(address) if book.authors[n] is not author]
    return any(emails.fits(address, a.name) >= 0.8 and address in [text for text, _ in a.mails] for a in named)


def _in_order(book: Book) -> None:
    """As many addresses as authors, each in a macro of its own behind the last author: they go by order."""
    behind = [loose for loose in book.loose if _stands_alone(loose) and loose.owners == [len(book.authors) - 1]]
    flat = [pair for loose in behind for pair in loose.mails]
    if len(book.authors) > 1 and len(flat) == len(book.authors) and len(flat) == sum(len(x.mails) for x in book.loose):
        for loose in behind:
            book.loose.remove(loose)
        for author, pair in zip(book.authors, flat, strict=True):
            author.mails.append(pair)


def _stands_alone(loose: Loose) -> bool:
    """Whether nothing but where it stands tells whose it is."""
    return loose.place is None and not loose.marks and not loose.named


def _settle(book: Book, loose: Loose, seen: set[str], names: EmailIndex) -> None:
    candidates = _candidates(book, loose)
    if _by_position(book, loose, candidates, seen, names):
        return
    left: list[tuple[str, Span]] = []
    for number, pair in enumerate(loose.mails):
        if pair[0] in seen:
            _shared(book, loose, pair)
            continue
        index = _who(book, pair[0], candidates, _hint(loose, number), loose, names)
        if index is not None and loose.place == -1:
            book.authors[index].corresponding = True
        index = index if index is not None else _grouped(loose, candidates, number)
        if index is None:
            left.append(pair)
            continue
        seen.add(pair[0])
        book.authors[index].mails.append(pair)
    book.unsettled += _last_to_last(book, loose, candidates, left, seen)


def _hint(loose: Loose, number: int) -> str:
    """What is printed beside an address; beside all of them, where there is no one thing for each."""
    return loose.hints[number] if len(loose.hints) == len(loose.mails) else " ".join(loose.hints)


def _last_to_last(
    book: Book, loose: Loose, candidates: list[int], left: list[tuple[str, Span]], seen: set[str]
) -> list[tuple[str, Span]]:
    """Give the one address left to the one author without any, where there are as many of both; what stays is left."""
    pool = range(len(book.authors)) if len(book.authors) == len(loose.mails) else candidates
    free = [n for n in pool if not book.authors[n].mails]
    if len(left) == len(free) == 1 and len(pool) == len(loose.mails) > 1:
        seen.add(left[0][0])
        book.authors[free[0]].mails.append(left.pop())
    return left


def _by_position(book: Book, loose: Loose, candidates: list[int], seen: set[str], names: EmailIndex) -> bool:
    """As many addresses as people, none of which names anybody better than the one at its place: they go by order."""
    count = len(loose.mails)
    people = candidates if len(candidates) == count else list(range(len(book.authors)))
    if not 1 < count == len(people) or loose.named or (len(loose.hints) == count and any(loose.hints)):
        return False
    if any(address in seen for address, _ in loose.mails) or any(book.authors[n].mails for n in people):
        return False
    if any(_names_another(book, pair[0], n, people, names) for n, pair in zip(people, loose.mails, strict=True)):
        return False
    for number, pair in zip(people, loose.mails, strict=True):
        book.authors[number].mails.append(pair)
        seen.add(pair[0])
        if loose.place == -1:
            book.authors[number].corresponding = True
    return True


def _names_another(book: Book, address: str, author: int, among: list[int], names: EmailIndex) -> bool:
    """Whether *address* names somebody of *among* better than *author*, at whose place it stands."""
    own = emails.fits(address, book.authors[author].name)
    if own >= 0.9:
        return False
    least = max(own, 0.44)
    return any(n in among and emails.fits(address, book.authors[n].name) > least for n in names.named_by(address))


def _shared(book: Book, loose: Loose, pair: tuple[str, Span]) -> None:
    """An address that two people give, each in a note of their own, is both's."""
    if _is_a_note_of_one(loose):
        owner = book.authors[loose.owners[0]]
        if pair[0] not in [address for address, _ in owner.mails]:
            owner.mails.append(pair)


def _grouped(loose: Loose, candidates: list[int], number: int) -> int | None:
    """Several addresses of one place, as many as its people: by order."""
    if len(candidates) == len(loose.mails) and len(candidates) > 1:
        return candidates[number]
    return None


def _candidates(book: Book, loose: Loose) -> list[int]:
    """Whose the addresses may be: who bears their marks, else who is at their place, else at whom they stand."""
    everybody = range(len(book.authors))
    if marked := _bearing(book, loose.marks) if loose.marks else []:
        return marked
    if loose.place is not None and loose.place >= 0:
        owners = [n for n in everybody if loose.place in book.authors[n].affiliations]
        if owners:
            return owners
    return [o for o in loose.owners if o < len(book.authors)] or list(everybody)


def _bearing(book: Book, marks: list[str]) -> list[int]:
    """The authors who bear one of *marks*, or refer to it."""
    known = {norm(t) for m in marks for t in [m, *SPLIT.split(m)]} - {""}
    return [n for n, author in enumerate(book.authors) if known and _bears(author, known)]


def _bears(author: Author, known: set[str]) -> bool:
    return any(labels_of(t, known) for t in author.marks) or not known.isdisjoint(map(norm, author.anchors))


def _who(book: Book, address: str, candidates: list[int], hint: str, loose: Loose, names: EmailIndex) -> int | None:
    """The author of *address*, by whom it stands beside, by what is printed beside it, or by its local part."""
    authors, count = book.authors, len(loose.mails)
    if len(candidates) == 1 and (count == 1 or len(loose.owners) == 1):
        return _at_one(authors, address, candidates[0], loose, names)
    found = _by_hint(authors, hint, candidates)
    if found is None:
        found = _by_likeness(authors, address, candidates, names)
    if found is not None:
        return found
    return _alone(book, address, candidates, loose) if count == 1 else _of_few(authors, address, candidates)


def _by_hint(authors: list[Author], hint: str, candidates: list[int]) -> int | None:
    """Whom what is printed beside an address names: initials may be those of somebody at another place."""
    hinted = _hinted(authors, hint, candidates) if hint else None
    if hinted is None and len(candidates) < len(authors) and _LETTERS.fullmatch(hint):
        hinted = _hinted(authors, hint, [*range(len(authors))])
    return hinted


def _by_likeness(authors: list[Author], address: str, candidates: list[int], names: EmailIndex) -> int | None:
    """Whom *address* names of *candidates*; else whom it names clearly of all."""
    near = names.named_by(address)
    fitting = _fitting(authors, address, _among(near, candidates))
    if fitting is None and len(candidates) < len(authors):
        other = _fitting(authors, address, near)
        fitting = other if other is not None and emails.fits(address, authors[other].name) >= 0.6 else None
    return fitting


def _of_few(authors: list[Author], address: str, candidates: list[int]) -> int | None:
    """Whom of a few *address* fits at all, if one best."""
    return _fitting(authors, address, candidates, 0.2) if len(candidates) < 6 else None


def _at_one(authors: list[Author], address: str, only: int, loose: Loose, names: EmailIndex) -> int:
    """Whose an address is that stands beside one author: theirs, unless it names another clearly."""
    if loose.named or emails.fits(address, authors[only].name) >= 0.5:
        return only
    other = _fitting(authors, address, [n for n in names.named_by(address) if n != only])
    return only if other is None or emails.fits(address, authors[other].name) < 0.6 else other


def _alone(book: Book, address: str, candidates: list[int], loose: Loose) -> int | None:
    """Whose a single address is that names nobody: whom it stands at, who corresponds, who has none."""
    authors = book.authors
    if loose.place is None and _is_a_note_of_one(loose):
        return loose.owners[0]
    corresponding = [n for n, author in enumerate(authors) if _corresponds(author)]
    free = [n for n in candidates if not authors[n].mails]
    only = next((group[0] for group in (candidates, corresponding, free) if len(group) == 1), None)
    return only if only is not None else _of_few(authors, address, candidates)


def _corresponds(author: Author) -> bool:
    return author.corresponding or any("*" in mark or "✉" in mark for mark in author.marks)


def _among(near: list[int], candidates: list[int]) -> list[int]:
    """Those of *near* that are candidates, in the order of these."""
    wanted = set(near)
    return [n for n in candidates if n in wanted] if wanted else []


def _fitting(authors: list[Author], address: str, among: list[int], least: float = _LEAST) -> int | None:
    """Whom of *among* the address names best, if one alone."""
    scores = [emails.fits(address, authors[n].name) for n in among]
    best = max(scores, default=0.0)
    if best < least or scores.count(best) > 1:
        return None
    return among[scores.index(best)]


def _hinted(authors: list[Author], hint: str, among: list[int]) -> int | None:
    letters = re.sub(r"[^\w]", "", hint)
    if 1 < len(letters) <= 5 and letters.isupper():
        found = [n for n in among if _initials(authors[n].name) == letters]
        found = found or [n for n in among if _short(authors[n].name) == letters]
        return found[0] if len(found) == 1 else None
    if len(hint) > 60:
        return None
    best = sorted(((emails.alike(hint, authors[n].name), -n) for n in among), reverse=True)[:2]
    sure = bool(best) and best[0][0] >= 0.6 and (len(best) == 1 or best[1][0] < best[0][0])
    return -best[0][1] if sure else None


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"[^\W\d_]+", name)).upper()


def _short(name: str) -> str:
    words = re.findall(r"[^\W\d_]+", name)
    return (words[0][0] + words[-1][0]).upper() if words else ""
