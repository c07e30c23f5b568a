"""What a rule is given: the manuscript, the measures, the date of the work, and its printed texts already resolved."""

from __future__ import annotations

from askfirst_checks.light import TYPE_CHECKING, Literal, NamedTuple, Protocol
from askfirst_checks.locate import locate
from askfirst_checks.model import CountryHit, Finding, InstitutionHit, Manuscript, Resolution, Span, Subject
from askfirst_checks.names.normalise import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from askfirst_checks.answers import Answers
    from askfirst_checks.model import Ground, Level
    from askfirst_checks.policy import Policy
    from askfirst_checks.policy.profile import Profile
    from askfirst_checks.words import Text


class Resolves(Protocol):
    """`askfirst_checks.names.resolve.Resolver`, as far as a check needs it."""

    def resolve(self, text: str) -> Resolution:
        """What a printed text resolves to."""

    def address(self, text: str) -> Resolution:
        """What an e-mail or web address resolves to."""


class Place(NamedTuple):
    """One distinct printed text and everywhere it stands."""

    text: str
    kind: str
    spans: tuple[Span, ...]
    people: tuple[str, ...]
    resolution: Resolution

    def country(self, code: str) -> CountryHit | None:
        """The hit for that country, if the text decides for it."""
        return next((hit for hit in self.resolution.countries if hit.code == code), None)

    def institutions_in(self, code: str) -> tuple[InstitutionHit, ...]:
        """The institutions it names that lie in that country."""
        return tuple(hit for hit in self.resolution.institutions if hit.country == code)


class Case(NamedTuple):
    """One check in progress. Rules read it, and change nothing."""

    manuscript: Manuscript
    policy: Policy
    profile: Profile | None
    today: str
    """the date of the work, ISO"""
    answers: Answers
    works: tuple[str, ...]
    """names under which an answer may know this work, besides its title"""
    resolver: Resolves
    affiliations: tuple[Place, ...]
    notes: tuple[Place, ...]
    """present addresses, footnotes, acknowledgements, funding"""
    judge: Callable[[Place], list[Finding]]
    """the findings of the affiliation rules on one printed text, strongest first, answers not applied"""
    matters: Callable[[Resolution], bool]
    """whether some measure or the institution's profile names what a text resolved to"""

    @property
    def names_of_work(self) -> frozenset[str]:
        """The names, normalised, under which an answer may know this work: its title, its root file, what was given."""
        return frozenset(plain(name) for name in (self.manuscript.title, self.manuscript.root, *self.works)) - {""}

    @property
    def content(self) -> str:
        """What an own assessment of the content is compared with; empty where no answer holds one."""
        if not any(answer.content for answer in self.answers.all):
            return ""
        from askfirst_checks.answers.assessment import content_of

        return content_of(self.manuscript)

    def level_in(self, code: str, level: Level) -> Literal["stop", "ask", "note", "off"]:
        """The level of a country rule in the country *code*: that of the institution's profile, if it sets one."""
        if self.profile and code in self.profile.countries:
            return self.profile.countries[code]
        return level

    def shown(self, subject: Subject) -> bool:
        """Whether some affiliation shows the institutions of *subject*, or the country where it names none."""
        if subject.institutions:
            named = {hit.id for place in self.affiliations for hit in place.resolution.institutions}
            return set(subject.institutions) <= named
        codes = {hit.code for place in self.affiliations for hit in place.resolution.countries}
        return set(subject.countries) <= codes

    def names_funder(self, text: str) -> bool:
        """Whether *text* names a public funder that the policy data know."""
        words = f" {plain(text)} "
        return any(f" {plain(name)} " in words for _, name in self.policy.funders)

    def is_free_mail(self, domain: str) -> bool:
        """Whether *domain* belongs to a mail service that is open to everybody."""
        return domain in self.policy.free_mail

    def finding(
        self,
        rule: str,
        name: Text,
        level: Level,
        place: Place,
        reads: Text,
        question: Text,
        grounds: Iterable[Ground],
        *,
        institutions: tuple[InstitutionHit, ...] = (),
        countries: tuple[str, ...] = (),
    ) -> Finding:
        """A finding on the words of *institutions* in *place*, or on all of it where none is named."""
        words = [each.words for hit in institutions[:1] for each in hit.evidence if each.kind == "institution"]
        located = [locate(self.manuscript.sources, span, words[0] if words else "") for span in place.spans]
        subject = Subject(
            institutions=tuple(hit.id for hit in institutions),
            countries=countries,
            people=place.people,
            rors=tuple(hit.ror or "" for hit in institutions),
            printed=plain(place.text),
        )
        return Finding(
            rule,
            name,
            level,
            located[0],
            place.text,
            reads,
            question,
            subject,
            place.people,
            tuple(grounds),
            elsewhere=tuple(located[1:]),
        )
