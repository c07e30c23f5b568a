"""The letter from its sentences: each is put in where its condition holds, and filled with what is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from askfirst.enquiry.fields import BLANK, by_the_house, known, wanted
from askfirst.enquiry.offices import is_mailbox
from askfirst.enquiry.sentences import MANUSCRIPT, PUBLISHED, grounds, opening, questions
from askfirst.enquiry.values import Facts, Given, Letter, Part, Sentence, is_freeze
from askfirst.formats.clean import clean
from askfirst.formats.command import quoted
from askfirst_checks.days import written
from askfirst_checks.model import Ground
from askfirst_checks.words import Text, same

_READ_SO = ("secondary", "inference", "unverified")
_LONGEST = 1500
_TO = Text("To: {office}", "An: {office}")
_NO_OFFICE = Text(
    "the export-control office of our institution [address: ...]",
    "Exportkontrollstelle unserer Einrichtung [Adresse: ...]",
)
_BAFA = Text(
    "Federal Office for Economic Affairs and Export Control (BAFA), through the export-control office of {own}",
    "Bundesamt für Wirtschaft und Ausfuhrkontrolle (BAFA), über die Exportkontrollstelle von: {own}",
)
_FROM = Text("From: {who}", "Von: {who}")
_PHONE = Text("phone {phone}", "Tel. {phone}")
_DATE = Text("Date: {day}. {confidential}", "Datum: {day}. {confidential}")
_GREETING = Text("Dear colleagues,", "Guten Tag,")
_PRINTED = Text("For {people} it prints: “{printed}”.", "Bei {people} steht wörtlich: „{printed}“.")
_NOBODY = Text("It prints: “{printed}”.", "Dort steht wörtlich: „{printed}“.")
_HELD = Text(
    "For {people} my library holds: “{printed}”.", "Bei {people} steht in meiner Literaturverwaltung: „{printed}“."
)
_HELD_NOBODY = Text("My library holds: “{printed}”.", "In meiner Literaturverwaltung steht dazu: „{printed}“.")
_BEFORE = Text(
    "An earlier work in its bibliography, in which {people} took part, prints: “{printed}”.",
    "Eine frühere Arbeit im Literaturverzeichnis, an der {people} mitgewirkt hat, nennt: „{printed}“.",
)
_AND = Text(" and ", " und ")
_WHY = Text("Why I ask", "Warum ich frage")
_ASK = Text("What I would like to know", "Was ich wissen möchte")
_BOX = Text("When to stop and notify", "Wann anzuhalten und zu unterrichten ist")
_MAIL = Text("e-mail {mail}", "E-Mail {mail}")
_NAMED = Text("“{name}” ({lists})", "„{name}“ ({lists})")
_COMMAND = "askfirst answer {path} {number} --kind export-control-office --outcome pending --asked {day}"
_TODAY = Text("today", "heute")


def compose(facts: Facts, language: str, to: str = "office", given: Given | None = None) -> Letter:
    """The letter about *facts* in *language*, *to* the ``office`` or, through it, to ``bafa``."""
    return _Writing(facts, language, to, given or Given()).letter()


class _Writing:
    """One letter being written: what it is about, and which sentences went in."""

    def __init__(self, facts: Facts, language: str, to: str, given: Given) -> None:
        self.facts, self.language, self.given = facts, language, given
        self.to = "office" if facts.published else to
        self.tables = PUBLISHED if facts.published else MANUSCRIPT
        self.records: list[str] = []

    def letter(self) -> Letter:
        facts = self.facts
        address = self._address()
        head = self._head()
        parts = (
            Part("plain", (self._say(_GREETING),)),
            Part("plain", self._opening()),
            Part("numbered", self._why(), self._say(_WHY)),
            Part("lettered", self._questions(), self._say(_ASK)),
            *self._fields(),
            Part("box", (" ".join(self._all(opening.BOX)),), self._say(_BOX)),
            Part("plain", self._all(self.tables.closing[:1], author=facts.author or BLANK)),
            Part("plain", self._all(self.tables.closing[1:])),
        )
        sender = facts.email if is_mailbox(facts.email) else ""
        day = _TODAY.said(self.language)
        commands = tuple(_COMMAND.format(path=quoted(facts.place), number=number, day=day) for number in facts.numbers)
        return Letter(
            self.language, self._subject(), head, parts, address, sender, tuple(dict.fromkeys(self.records)), commands
        )

    def _say(self, text: Text, **values: str | int | Text) -> str:
        return clean(text.fill(**values).said(self.language) if values else text.said(self.language))

    def _all(self, sentences: Iterable[Sentence], **values: str | int | Text) -> tuple[str, ...]:
        found = [sentence for sentence in sentences if self.facts.holds(sentence.condition, self.to)]
        self.records += [sentence.id for sentence in found]
        return tuple(self._say(sentence.text, **values) for sentence in found)

    def _named(self, sentences: Iterable[Sentence], identifier: str, **values: str | int | Text) -> str:
        """The sentence of a table that differs for a work that has appeared."""
        return self._one(sentences, self.tables.prefix + identifier, **values)

    def _one(self, sentences: Iterable[Sentence], identifier: str, **values: str | int | Text) -> str:
        return " ".join(self._all((s for s in sentences if s.id == identifier), **values))

    def _subject(self) -> str:
        places = self.facts.places
        if not places and not any(ground.layer == "listing" for ground in self._shown()):
            return self._one(opening.SUBJECTS, "subject-link")
        if not places or not any(ground.layer in ("country", "item") for ground in self._shown()):
            return self._named(self.tables.subjects, "subject-list")
        where = Text(*(self._row([place.said(each) for place in places[:3]], each) for each in ("en", "de")))
        return self._named(self.tables.subjects, "subject-country", where=where)

    def _address(self) -> str:
        if self.to != "office":
            return ""
        found = [line.en for line in self.facts.contact if is_mailbox(line.en)]
        office = self.facts.office
        address = found[0] if found else office.email if office and not self.facts.contact else ""
        return address if is_mailbox(address) else ""

    def _head(self) -> tuple[str, ...]:
        facts, phone = self.facts, self.given.phone or BLANK
        own = "; ".join(facts.own) or BLANK
        who = ", ".join(
            [facts.author or BLANK, own, self._say(_MAIL, mail=facts.email or BLANK), self._say(_PHONE, phone=phone)]
        )
        to = self._say(_BAFA, own=own) if self.to == "bafa" else self._office(own)
        secret = "confidential-bafa" if self.to == "bafa" else "confidential"
        confidential = self._named(self.tables.head, secret)
        through = self._one(opening.HEAD, "through-the-office")
        lines = (self._say(_TO, office=to), through, self._say(_FROM, who=who),
                 self._say(_DATE, day=written(facts.today), confidential=confidential))  # fmt: skip
        return tuple(line for line in lines if line)

    def _office(self, own: str) -> str:
        facts = self.facts
        if facts.contact:
            return ", ".join(self._say(line) for line in facts.contact)
        if facts.office:
            office = facts.office
            where = office.email or office.page
            parts = (office.name.said(self.language), office.institution, where, office.phone)
            return ", ".join(part for part in parts if part)
        return self._say(_NO_OFFICE)

    def _opening(self) -> tuple[str, ...]:
        facts, (first, *rest) = self.facts, self.tables.opening
        lines = list(self._all((first,), title=facts.title[:_LONGEST] or BLANK, appeared=facts.appeared or BLANK))
        for_people, for_nobody = (_HELD, _HELD_NOBODY) if facts.published else (_PRINTED, _NOBODY)
        for partner in facts.partners:
            if partner.earlier_by:
                lines.append(self._say(_BEFORE, people=self._listing(partner.earlier_by), printed=partner.printed))
                continue
            people = self._listing(partner.people)
            lines.append(self._say(for_people if people else for_nobody, people=people, printed=partner.printed))
        return tuple(line for line in (*lines, " ".join(self._all(rest))) if line)

    def _listing(self, names: tuple[str, ...]) -> str:
        shown = names[:10]
        more = f" (+{len(names) - 10})" if len(names) > 10 else ""
        return self._row(shown, self.language) + more

    @staticmethod
    def _row(words: Sequence[str], language: str) -> str:
        """``a, b and c``"""
        return _AND.said(language).join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)

    def _shown(self) -> list[Ground]:
        """The measures that are told: BAFA is asked about none that a State or a house decides."""
        return [ground for ground in self.facts.grounds if self.to == "office" or ground.layer != "country"]

    def _why(self) -> tuple[str, ...]:
        told: set[str] = set()
        lines = []
        for ground in self._shown():
            remarks = [r for r in grounds.REMARKS if r.id not in told and self._belongs(r, ground)]
            told |= {remark.id for remark in remarks}
            lines.append(" ".join([self._ground(ground), *self._all(remarks)]))
        rest = [r for r in grounds.REMARKS if r.id not in told and "measure:" not in r.condition]
        closing = " ".join([*self._all(rest), *self._lists()])
        return tuple(lines) + ((closing,) if closing else ())

    def _belongs(self, remark: Sentence, ground: Ground) -> bool:
        """Whether *remark* follows *ground*: the first of its measure, the last of its layer."""
        pairs = [word.partition(":") for word in remark.condition.split()]
        names = [value for kind, _, value in pairs if kind == "measure"]
        if "frozen" in remark.condition.split():
            return is_freeze(ground)
        return any(map(ground.measure.startswith, names)) or (
            ("layer", ":", ground.layer) in pairs and self._is_last(ground)
        )

    def _is_last(self, ground: Ground) -> bool:
        return ground == [each for each in self._shown() if each.layer == ground.layer][-1]

    def _ground(self, ground: Ground) -> str:
        act = self._say(ground.act)
        if ground.since:
            name = "listed-since" if ground.layer in ("listing", "assessment") else "since"
            act = self._one(grounds.RUN, name, act=act, since=written(ground.since))
        line = f"{act}: {self._say(ground.says)}"
        if self.facts.confidence.get(ground.measure) in _READ_SO:
            title = self.facts.titles.get(ground.source, same(ground.source))
            line += " " + self._one(grounds.RUN, "read-so", source=ground.read_in if ground.read_in.en else title)
        return line

    def _lists(self) -> list[str]:
        lines = []
        if names := self._names():
            lines.append(self._one(grounds.LISTS, "as-listed", names="; ".join(names)))
        if self.facts.not_found_on:
            lines.append(self._one(grounds.LISTS, "not-found-on", lists=self._not_found_on()))
        lines.append(self._one(grounds.LISTS, "no-persons"))
        return [line for line in lines if line]

    def _not_found_on(self) -> str:
        """Each version that was read, behind the lists it holds."""
        found = self.facts.not_found_on
        sources = dict.fromkeys(source for _, source in found)
        acts = {source: " / ".join(self._say(act) for act, each in found if each == source) for source in sources}
        titles = {source: self._say(self.facts.titles.get(source, same(source))) for source in sources}
        return "; ".join(f"{acts[source]}: {titles[source]}" for source in sources)

    def _names(self) -> list[str]:
        """The names as listed, each with the lists that print it so."""
        acts = {ground.measure: self._say(ground.act) for ground in self._shown()}
        pairs = [pair for partner in self.facts.partners for pair in partner.listed if pair[1] in acts]
        names = dict.fromkeys(name for name, _ in pairs)
        lists = {name: "; ".join(acts[measure] for each, measure in pairs if each == name) for name in names}
        return [self._say(_NAMED, name=name, lists=lists[name]) for name in names]

    def _questions(self) -> tuple[str, ...]:
        if self.to == "bafa":
            return self._all(questions.BAFA)
        lines: list[str] = []
        for sentence in self.tables.office:
            for said in self._all((sentence,)):
                if sentence.id in ("kp-2022", "bafa-not-11") and lines:
                    lines[-1] += " " + said
                else:
                    lines.append(said)
        return tuple(lines)

    def _fields(self) -> tuple[Part, ...]:
        return (
            Part(
                "fields",
                tuple(clean(line) for line in known(self.facts, self.language, _LONGEST)),
                self._say(_IN_LIBRARY if self.facts.published else _KNOWN),
            ),
            Part(
                "fields",
                tuple(clean(line) for line in wanted(self.facts, self.given, self.language, self.to)),
                self._say(_MINE),
            ),
            *((Part("fields", by_the_house(self.language), self._say(_HOUSE)),) if self.to == "bafa" else ()),
        )


_KNOWN = Text("What the manuscript prints", "Was im Manuskript steht")
_IN_LIBRARY = Text("What my library holds", "Was in meiner Literaturverwaltung steht")
_MINE = Text("What only I can add", "Was nur ich ergänzen kann")
_HOUSE = Text("For the institution to add", "Von der Einrichtung zu ergänzen")
