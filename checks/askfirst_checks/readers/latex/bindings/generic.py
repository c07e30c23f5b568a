r"""What macros mean, as tables: front matter from `generic.txt` and the families, TeX's own typesetting from here.

Data, with no code of its own. No macro of a class stands here: those are in `families`.
"""

from __future__ import annotations

from askfirst_checks.light import Final
from askfirst_checks.readers.latex.bindings.families import ENVIRONMENTS as ENCLOSED
from askfirst_checks.readers.latex.bindings.families import INNER, MACROS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _inner(meaning: str, groups: int | None = None) -> frozenset[str]:
    """The macros that are *meaning* inside an argument; those with so many *groups* in braces, where that is given."""
    written = INNER["inner-" + meaning]
    if groups is not None:
        written = [each for each in written if each.count("{") == groups]
    return frozenset([each[1:].partition("{")[0].partition("[")[0] for each in written])


def _flagged(flag: str) -> frozenset[str]:
    return frozenset([name for name, macro in _FLAGGED if flag in macro.flags])


_FLAGGED = [(name, macro) for name, macro in MACROS.items() if macro.flags]
TOP: Final[dict[str, str]] = {name: macro.meaning for name, macro in MACROS.items()}
_GROUPS = {name: macro.signature.count("{") for name, macro in MACROS.items()}
TWO_GROUPS: Final = frozenset([name for name, count in _GROUPS.items() if count == 2])
"""macros that may take two groups in braces"""
SEVERAL_GROUPS: Final = frozenset([name for name, count in _GROUPS.items() if count > 2])
"""macros that may take up to five: name, affiliation, e-mail, ORCID, funding"""
WITHOUT_GROUPS: Final = frozenset([name for name, count in _GROUPS.items() if count == 0])
RUNS_OVER_LINES: Final = _flagged("over-lines")
"""of these, the ones that always do, so that a line end between is no matter"""
DECLARED: Final = _flagged("declared")
"""macros whose definition holds what they mean (``\\def\\Authors{..}``)"""
OF_ALL: Final = _flagged("of-all")
"""macros for the whole document where the affiliations before them are told by marks"""
FURTHER: Final = _flagged("further")
"""where an author works too; the other ones of `also` are present addresses"""
OWNED: Final = _flagged("owned")
"""notes of the author before them"""
FRONT_ONLY: Final = _flagged("front-only")
"""macros that mean an author's in the front matter only"""
BESIDE_AFFILIATIONS: Final = _flagged("beside-affiliations")
"""author macros that are so only where affiliations have macros of their own"""
MARKS_AT: Final = {
    name: macro.groups.index("marks")
    for name, macro in MACROS.items()
    if macro.meaning == "author" and "{marks}" in macro.signature
}
"""author macros with a group for the marks, and which group that is"""
MARK_FIRST: Final = frozenset([name for name, macro in MACROS.items() if macro.signature.startswith("{mark}")])
"""affiliations behind their mark, which may stand without braces: ``\\setaffiliation1{..}``"""
CORRESPONDING: Final = frozenset(
    [name for name, macro in MACROS.items() if macro.meaning == "note" and macro.groups[:1] == ("name",)]
)
"""notes whose first group names the corresponding author"""
LETTERS_AND_SLIDES: Final = _words("letter scrlttr2 g-brief newlfm dinbrief moderncv beamer akletter brief")
"""classes whose ``\\address`` is no affiliation of an author"""
SKIPPED: Final = frozenset([macro.name for macro in ENCLOSED if macro.meaning == "skip"])
ENVIRONMENTS: Final[dict[str, str]] = {macro.name: macro.meaning for macro in ENCLOSED if macro.meaning != "skip"}

WITH_ARGUMENT: Final = _words("tabular tabularx tabulary array minipage tblr longtable multicols")
"""environments with an argument that is not printed"""

MARKS_IN_BRACKETS: Final = _inner("mark", 0)
"""macros whose argument in brackets is a mark"""
MARKS: Final = _inner("mark", 1)
"""macros inside an author list whose argument is a mark"""
NOTE_MARKS: Final = _inner("note-mark")
"""macros whose argument refers to a note, never to an affiliation"""
NOTE_KEYS: Final = _inner("note-key")
"""the same in an option"""
MAILS: Final = _inner("email")
ORCIDS: Final = _inner("orcid")
NOTES: Final = _inner("note")
NOTE_ITEMS: Final = _inner("note-item")
"""macros that begin a further note within one"""
BLOCKS: Final = _inner("affiliation", 1)
"""macros inside an author argument that hold an affiliation"""
TWO_IN_BLOCK: Final = _inner("affiliation", 2)
"""macros inside an author argument with a label and an affiliation"""
NAMED: Final = _inner("names")
"""macros inside an author argument that hold the names"""
HEADINGS: Final = _inner("heading")
"""macros that without a group begin a line"""
BEGINS: Final = _inner("begin")
"""macros that without a group begin an affiliation"""
PARTS: Final = _inner("part")
"""macros inside an affiliation that hold one part of it"""
PART_KEYS: Final = _words(
    "organization organisation addressline city postcode postcodesep state country department institution "
    "citysep statesep countrysep postbox street province region email url orcid degree"
)
"""keys of elsarticle's and cas's ``\\affiliation[..]{organization=..}``"""
FONTS: Final = _words(
    "textbf textit textrm textsc textsf texttt textmd textup textsl textnormal text emph underline uppercase lowercase "
    "MakeUppercase MakeLowercase mbox hbox fbox centerline mathrm"
)
"""macros that set their argument, so that a group behind it is no second one"""
GIVEN_FAMILY: Final = _inner("name-part")

BREAKS: Final = _inner("line") | _words(
    "newline linebreak par tabularnewline cr bigskip medskip smallskip vskip vspace newpage"
)
ANDS: Final = _inner("and")
COMMAS: Final = _inner("comma")
GAPS: Final = _words("quad qquad hfill enspace enskip hskip hspace hfil qquad")
DROPPED: Final[dict[str, int]] = {
    **dict.fromkeys(_words("vspace hspace includegraphics color fontsize cite citep citet index setcounter"), 1),
    **dict.fromkeys(_words("stepcounter refstepcounter"), 1),
    "addtocounter": 2,
    **dict.fromkeys(_words("vskip thispagestyle pagestyle setlength addtolength hypertarget pdfbookmark"), 1),
    **dict.fromkeys(_words("fontseries fontfamily fontshape fontencoding linespread ref phantom vphantom hphantom"), 1),
    **dict.fromkeys(_words("titlerunning authorrunning tocauthor protect degree degrees authorbiography"), 1),
    "fontsize": 2,
    "setlength": 2,
    "addtolength": 2,
    "rule": 2,
    "setcounter": 2,
    **dict.fromkeys(_words("renewcommand newcommand providecommand"), 2),
    "protect": 0,
    "vskip": 0,
    "kern": 0,
    "orcidlogo": 0,
    **dict.fromkeys(_inner("nothing", 0), 0),
    **dict.fromkeys(_inner("nothing", 1), 1),
}
"""macros that print nothing of an author, with the number of their arguments"""
SECOND: Final[dict[str, int]] = {
    "textcolor": 1,
    "parbox": 1,
    "raisebox": 1,
    "scalebox": 1,
    "colorbox": 1,
    "makebox": 0,
    "minipage": 1,
    "resizebox": 2,
    "fontsize": 2,
    "hyperlink": 1,
    "texorpdfstring": 0,
    "multicolumn": 2,
    "rotatebox": 1,
}
"""macros whose last argument is printed, with the number of arguments before it"""
SYMBOLS: Final[dict[str, str]] = {
    "dagger": "†",
    "dag": "†",
    "textdagger": "†",
    "ddagger": "‡",
    "ddag": "‡",
    "textdaggerdbl": "‡",
    "ast": "*",
    "textasteriskcentered": "*",
    "star": "⋆",
    "bigstar": "★",
    "S": "§",
    "textsection": "§",
    "P": "¶",
    "textparagraph": "¶",
    "parallel": "‖",
    "Vert": "‖",
    "|": "‖",
    "sharp": "♯",
    "flat": "♭",
    "natural": "♮",
    "diamond": "⋄",
    "Diamond": "⋄",
    "diamondsuit": "♦",
    "clubsuit": "♣",
    "heartsuit": "♥",
    "spadesuit": "♠",
    "circ": "∘",
    "bullet": "•",
    "triangle": "△",
    "Box": "□",
    "square": "□",
    "#": "#",
    "Yinyang": "☯",
    "Letter": "✉",
    "Envelope": "✉",
    "faEnvelope": "✉",
    "envelope": "✉",
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "delta": "δ",
    "maltese": "✠",
    "checkmark": "✓",
}
MARK_SYMBOLS: Final[dict[str, str]] = {
    "amalg": "⨿", "top": "⊤", "bot": "⊥", "perp": "⊥", "wr": "≀", "oplus": "⊕", "otimes": "⊗", "ominus": "⊖",
    "odot": "⊙", "oslash": "⊘", "circledast": "⊛", "infty": "∞", "nabla": "∇", "bigtriangleup": "△",
    "bigtriangledown": "▽", "triangledown": "▽", "triangleleft": "◁", "triangleright": "▷", "blacktriangle": "▲",
    "blacksquare": "■", "blacklozenge": "⧫", "lozenge": "◊", "bowtie": "⋈", "vee": "∨", "wedge": "∧", "cap": "∩",
    "cup": "∪", "pm": "±", "times": "×", "cdot": "·", "ell": "ℓ", "aleph": "ℵ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
"""what else a raised sign or a label can be; in the midst of a text these are no marks"""
SYMBOL_CHARACTERS: Final = "*†‡§¶∗⋆★‖♯⋄♦♣♥♠✉☯"
LETTERS: Final = _words(
    "ss SS o O l L ae AE oe OE i j aa AA dh DH th TH dj DJ ng NG textendash textemdash textquoteright textquoteleft "
    "textquotedblleft textquotedblright textquotesingle textcommabelow ldots dots textregistered texttrademark "
    "textcopyright textbackslash textunderscore textasciitilde LaTeX TeX cprime cyrchar textdegree textordmasculine "
    "textordfeminine guillemotleft guillemotright glqq grqq textless textgreater textperiodcentered quotesingle lq rq"
)
OTHERS: Final = _words("href url path nolinkurl textbf textit emph texttt label begin end at item")
"""further names the engine reads itself, whatever a document makes of them"""
ACCENTS: Final = _words("c v u H r k d b t cb textcommabelow G U h hv")
STORES: Final = _words(
    "sbox savebox setbox newsavebox newtoks toks csdef csgdef csedef csxdef @namedef newacronym acrodef acro "
    "DeclareAcronym newglossaryentry"
)
"""macros that keep text under another name than a macro's (`stored`)"""
ACRONYMS: Final = _words(
    "gls Gls GLS glspl acrlong Acrlong acrfull acrshort ac Ac acl Acl acf Acf acs acp iac glsentrylong glsentryname "
    "glsentrytext glsxtrlong glsxtrfull glsxtrshort"
)
"""macros that print an acronym, or what it stands for"""
CONDITIONS: Final[dict[str, int]] = {
    **dict.fromkeys(
        _words(
            "ifthenelse iftoggle ifbool ifdef ifcsdef ifundef ifcsundef ifblank ifstrempty ifdefempty ifempty "
            "IfBooleanTF IfNoValueTF @ifundefined @ifpackageloaded @ifclassloaded"
        ),
        1,
    ),
    "ifstrequal": 2,
}
"""conditions with two branches in braces, and the number of arguments before these"""
PRIMITIVES: Final = _words("iftrue if ifnum ifdim ifx ifodd ifdefined ifcsname ifmmode ifvmode ifhmode")
"""conditions that ``\\fi`` ends"""
DEVICES: Final = frozenset(
    _words("usebox copy box unhbox unhcopy the csname csuse @nameuse char symbol string expandafter noexpand")
    | ACRONYMS
    | PRIMITIVES
    | CONDITIONS.keys()
)
"""macros of TeX's own that print what they were given elsewhere (`devices`)"""
SETS_ONLY: Final = _words(
    "tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge smaller larger rm it bf sc sl sf tt "
    "em rmfamily sffamily ttfamily bfseries mdseries itshape slshape scshape upshape normalfont selectfont "
    "raggedright raggedleft centering center flushleft flushright noindent indent unskip ignorespaces "
    "ignorespacesafterend xspace relax protect null leavevmode allowbreak nobreak nolinebreak linebreak pagebreak "
    "break penalty nobreakspace space thinspace negthinspace kern hskip hss vss vfill hfill hfil dotfill strut "
    "mathstrut textwidth linewidth columnwidth hsize baselineskip parskip parindent bgroup egroup begingroup "
    "endgroup makeatletter makeatother and tabcolsep boldmath unboldmath cal displaystyle textstyle scriptstyle "
    "sloppy fussy singlespacing doublespacing onehalfspacing hline toprule midrule bottomrule obeylines fi else or "
    "endcsname today thefootnote fnsymbol arabic footnotemark baselinestretch obeycr restorecr everymath number "
    "empty par endgraf mdash ndash textsuperscript sep aftergroup romannumeral ExplSyntaxOn ExplSyntaxOff noexpand "
    "detokenize uppercase lowercase reflectbox"
    " copyright pounds euro hyphen songti heiti kaishu fangsong lishu youyuan cyr cyrillictext latintext greektext "
    "XeTeX LuaTeX BibTeX LaTeXe Alph alph Roman roman degree celsius circledR selectlanguage"
)
"""macros without an argument that print no name: fonts, sizes, space, rules"""
