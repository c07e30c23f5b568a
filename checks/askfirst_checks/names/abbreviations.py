"""The usual abbreviations of institution names: printed token to the one form that names are compared in.

The short forms are those that Web of Science, INSPEC and publishers print ("Harbin Inst Technol", "Natl Univ Def
Technol"), and the words for university and academy in the languages that affiliations are written in. Only forms
that stand for one word are equated here; a short form of two words ("Elect": electronic, electrical; "Tech":
technology, technical) is an alternative, which the index builder writes out name by name.
"""

from __future__ import annotations

from askfirst_checks.patterns import pattern


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SAME = """
univ: university universities universitaet universitat
univ: universite universita universidad universidade universiteit universitet univers
univ: uni univer
sci: science sciences scientific scis scien
technol: technology technologies technol technolog technologie
tech: technical techn
polytech: polytechnic polytechnical politechnic polytechn politech
inst: institute institut institution institutes instit insti inst
natl: national nation nat nacl
acad: academy academia academie akademie akad academ acadamy
aeronaut: aeronautics aeronautical aeron aeronautic
astronaut: astronautics astronautical astron astronautic
def: defense defence
mil: military milit
med: medical
engn: engineering eng engr engg engin
res: research rsch resch
ctr: center centre cent centr cen centro
lab: laboratory laboratories labs labor
dept: department departments dep depart departement
sch: school schools
coll: college colleges colege
fac: faculty faculties facult
hosp: hospital hospitals
phys: physics physical phy
math: mathematics mathematical
chem: chemistry chemical
comp: computer computing comput computational
nucl: nuclear nuc
appl: applied
int: international internat intl
acoust: acoustics acoustical
mech: mechanics mechanical
opt: optics optical
agr: agriculture agricultural agric
forest: forestry
informat: information inform
telecommun: telecommunications telecommunication telecom telecomm
post: posts postal
geosci: geosciences geoscience
min: mining
petr: petroleum petrol
aerosp: aerospace
hydrodynam: hydrodynamics hydrodynamic
aerodynam: aerodynamics aerodynamic
biol: biology biological biolog
pharm: pharmacy pharmaceutical pharmaceut
oceanog: oceanography oceanographic
fed: federal
govt: government
reg: regional
chinese: chines
prov: province provincial
rd: road
st: saint sankt sanct
ave: avenue
soc: society
minist: ministry
corp: corporation
organizat: organization organisation organisations organizations
semicond: semiconductor semiconductors
mat: material materials mater
quant: quantum
exptl: experimental
theoret: theoretical
catal: catalysis
syst: system systems
autom: automation automatics automat
commun: communications communication
electron: electronic electronics
elec: electrical electric electr
ind: industry industries industrial
prod: production
dev: development
"""

FILLERS = _set("of for the and in at de des del der und et la le da do di y e named after im imeni n fuer")
"""Words that names are compared without."""

CANONICAL: dict[str, str] = {
    form: line.split(":")[0] for line in _SAME.strip().splitlines() for form in line.split(":")[1].split()
}

_CYRILLIC_ENDING = pattern(
    "(?<=.{4})(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|ии|ых|их|ыи|ои|ая|яя|ое|ее|ые|ие|ую|юю|ым|им|ом|ем|ам|ям|ах|ях|ию"
    "|ия|ью|ов|ев|а|я|о|е|у|ю|ы|и|ь)$"
)


def canonical(word: str) -> str:
    """The form in which a normalised *word* is compared: full word for its abbreviations, Cyrillic without ending."""
    return COMPARABLE[word] or _canonical(word)


def _canonical(word: str) -> str:
    if word.isascii():
        return CANONICAL.get(word, word)
    first = word[0]
    if "Ѐ" <= first <= "ӿ":
        return _CYRILLIC_ENDING.sub("", word, 1)
    if "؀" <= first <= "ۿ":
        return word.translate(_ARABIC)
    return CANONICAL.get(word, word)


_ARABIC = str.maketrans({"ي": "ی", "ك": "ک", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ی"})


class _Comparable(dict[str, str]):
    """Words to what they are compared as, and fillers to nothing, as they come up."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = form = "" if word in FILLERS else _canonical(word)
        return form


_REMEMBERED = 50_000
COMPARABLE = _Comparable()
