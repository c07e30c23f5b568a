r"""How macros are named where no class is known: authors, affiliations, marks, e-mails; data, with no code of its own.

The generic stand-in for all classes that have no file in `families`. A row says what a macro *is*. Two macros of one
name that mean different things in two classes are told apart by their arguments (``\affiliation{1}{...}`` of AGU,
``\affiliation[a]{...}`` of JHEP), never by the class. Sources: the classes' own manuals and templates.
"""

from __future__ import annotations

from askfirst_checks.light import Final
from askfirst_checks.readers.latex.bindings.families import MACROS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _inner(meaning: str) -> frozenset[str]:
    return frozenset(macro.name for macro in MACROS.values() if macro.meaning == f"inner-{meaning}")


TOP: Final[dict[str, str]] = {
    **dict.fromkeys(
        _words(
            "author authors Author Authors AUTHOR articleauthor jauthor paperauthor "
            "coauthor name authorA authorB IEEEauthor autor mainauthor otherauthor contributor "
            "aclauthor wocauthor affilauthorlist"
        ),
        "author",
    ),
    **dict.fromkeys(
        _words(
            "affiliation affiliations affil affils Affil Affiliation address addresses Address institute institutes "
            "altaffiltext addrestext aff affiliationtext authoraffiliation "
            "authoraffiliations authoraddress authoraddresses institution altaddress organization "
            "additionalaffiliation DeclareAffil Addresstext"
        ),
        "affiliation",
    ),
    **dict.fromkeys(
        _words(
            "altaffiliation curraddr presentaddress presentadd currentaddress moreaddress alsoaffiliation dualaddress"
        ),
        "also",
    ),
    **dict.fromkeys(
        _words(
            "email Email emails emailAdd ead corremail corrEmail eads mail authoremail emailaddress Emails contact "
            "journal"
        ),
        "email",
    ),
    **dict.fromkeys(
        _words(
            "correspondence corres cortext corresponding correspondingauthor corrauth corrauthor "
            "fntext thankstext corresp coresp corr authornote authnote titlenote tnotetext "
            "footnotetext corraddr corrAuthor noteauthor "
            "blfootnote symbolfootnote freefootnote unmarkedfootnote unmarkedfntext "
            "blankfootnote additionalauthors Contact thanks correspondance equalauthors"
        ),
        "note",
    ),
    **dict.fromkeys(_words("orcid ORCID orcidID authororcid orcidicon orcidlink"), "orcid"),
    **dict.fromkeys(_words("collaboration collab"), "collaboration"),
    **dict.fromkeys(_words("title Title TITLE"), "title"),
    **dict.fromkeys(_words("abstract Abstract ABSTRACT abstracttext"), "abstract"),
    **dict.fromkeys(_words("keywords keyword Keywords kwd keys KEYWORDS indexterms"), "keywords"),
    **dict.fromkeys(_words("acknowledgments acknowledgements acknow acknowledgment acknowledgement ack ACKNO"), "ack"),
    **dict.fromkeys(_words("funding fundinginfo fundingtext supportinfo financialsupport"), "funding"),
    **dict.fromkeys(_words("section subsection paragraph bmhead chapter Section appendix"), "section"),
    **dict.fromkeys(_words("bibliography addbibresource addglobalbib nobibliography bibdata"), "bibliography"),
    **dict.fromkeys(_words("documentclass documentstyle"), "class"),
    **dict.fromkeys(_words("jnlcitation cname AuthorCitation authormark tocauthor authorbiography bibinfo"), "skip"),
    **dict.fromkeys(_words("maketitle"), "body"),
    **{macro.name: macro.meaning for macro in MACROS.values() if not macro.is_inner},
}

TWO_GROUPS: Final = _words(
    "altaffiltext addrestext correspondingauthor thankstext corrauthor Author affiliation author affil DeclareAffil"
) | {macro.name for macro in MACROS.values() if len(macro.groups) == 2}
"""macros that may take two groups in braces"""
SEVERAL_GROUPS: Final = _words("author") | {macro.name for macro in MACROS.values() if len(macro.groups) > 2}
"""macros that may take up to five: name, affiliation, e-mail, ORCID, funding"""
LETTERS_AND_SLIDES: Final = _words("letter scrlttr2 g-brief newlfm dinbrief moderncv beamer akletter brief")
"""classes whose ``\\address`` is no affiliation of an author"""
RUNS_OVER_LINES: Final = _words("altaffiltext addrestext thankstext") | {
    macro.name for macro in MACROS.values() if "over-lines" in macro.flags
}
"""of these, the ones that always do, so that a line end between is no matter"""

MARKS_AT: Final = {
    macro.name: macro.groups.index("marks")
    for macro in MACROS.values()
    if macro.meaning == "author" and "marks" in macro.groups
}
"""author macros with a group for the marks, and which group that is"""
CORRESPONDING: Final = _words("correspondingauthor corrAuthor corrauth corrauthor") | {
    macro.name for macro in MACROS.values() if macro.meaning == "note" and macro.groups[:1] == ("name",)
}
"""notes whose first group names the corresponding author"""

SKIPPED: Final = _words(
    "verbatim verbatim* Verbatim lstlisting minted comment filecontents filecontents* CCSXML tikzpicture algorithm "
    "alltt thebibliography"
)
ENVIRONMENTS: Final[dict[str, str]] = {
    **dict.fromkeys(_words("abstract abstract* Abstract onecolabstract abstracts"), "abstract"),
    **dict.fromkeys(_words("keyword keywords IEEEkeywords Keywords"), "keywords"),
    **dict.fromkeys(
        _words(
            "acknowledgments acknowledgements acknowledgment acknowledgement acks acknowledgement* ack Acknowledgements"
        ),
        "ack",
    ),
    **dict.fromkeys(_words("funding"), "funding"),
    **dict.fromkeys(
        _words("IEEEbiography IEEEbiographynophoto biography biographynophoto Biography authorbiography"), "biography"
    ),
    "affiliations": "affiliation",
    "authors": "author",
    **dict.fromkeys(_words("titlepage center flushleft flushright frontmatter @twocolumnfalse"), "page"),
}

WITH_ARGUMENT: Final = _words("tabular tabularx tabulary array minipage tblr longtable multicols")
"""environments with an argument that is not printed"""

MARKS: Final = _words(
    "textsuperscript inst IEEEauthorrefmark authormark altaffilmark thanksref addres sup up fnsymbol textsuperscripts "
    "super instit affilnum affmark textsuper refmark aftermark affref affils supit"
) | _inner("mark")
"""macros inside an author list whose argument is a mark"""
MARKS_IN_BRACKETS: Final = _words("Addressmark")
"""macros whose argument in brackets is a mark (journals of the Steklov Institute)"""
NOTE_MARKS: Final = _words(
    "corref fnref cormark fnmark tnoteref footnotemark tnotemark noteref footnoteref footref Emailmark"
)
"""macros whose argument refers to a note, never to an affiliation"""
MAILS: Final = _words("email ead Email mail emails emailAdd mailto emailaddress authoremail corremail")
ORCIDS: Final = _words(
    "orcid orcidID orcidlink orcidicon ORCID orcidaffil orcidlinkX orcidlinks orcidauthor orcidlogo orcidsymbol "
    "orcidsup showorcid authororcid"
)
NOTES: Final = _words(
    "thanks footnote note titlenote IEEEcompsocitemizethanks IEEEcompsocthanksitem thanksgap fn titlefootnote "
    "authornote footnotetext affiliationnote NoteX Thanks correspondingauthor corrauthor"
) | _inner("note")
BLOCKS: Final = _words(
    "affil affiliation address institute IEEEauthorblockA authorblockA aff authoraffiliation IEEEauthorblockAA "
    "affiliations affaddr addr"
)
"""macros inside an author argument that hold an affiliation"""
NAMED: Final = _words("IEEEauthorblockN authorblockN name names authorname")
"""macros inside an author argument that hold the names"""
TWO_IN_BLOCK: Final = _words("addrestext affiliationtext altaffiltext")
"""macros inside an author argument with a label and an affiliation"""
PARTS: Final = _words(
    "institution orgname orgdiv orgaddress city state country postcode streetaddress street department position "
    "postbox orgunit zip organization addressline pobox region province"
)
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
GIVEN_FAMILY: Final = _words(
    "fnm sur fnms snm spfx gnm firstname lastname surname given-names prefix suffix gname fname sname"
)

BREAKS: Final = _words(
    "newline linebreak par tabularnewline cr bigskip medskip smallskip vskip vspace newpage skiplinehalf"
)
ANDS: Final = _words("and And AND ANDX alsoand alignauthor") | _inner("and")
COMMAS: Final = _words("newauthor")
GAPS: Final = _words("quad qquad hfill enspace enskip hskip hspace hfil qquad")
DROPPED: Final[dict[str, int]] = {
    **dict.fromkeys(_words("vspace hspace includegraphics color fontsize cite citep citet index setcounter"), 1),
    **dict.fromkeys(_words("stepcounter refstepcounter"), 1),
    "addtocounter": 2,
    **dict.fromkeys(
        _words("IEEEmembership vskip thispagestyle pagestyle setlength addtolength hypertarget pdfbookmark"), 1
    ),
    **dict.fromkeys(_words("fontseries fontfamily fontshape fontencoding linespread ref phantom vphantom hphantom"), 1),
    **dict.fromkeys(
        _words("dedicatory titlerunning authorrunning tocauthor protect degree degrees authorbiography"), 1
    ),
    "fontsize": 2,
    "setlength": 2,
    "addtolength": 2,
    "rule": 2,
    "setcounter": 2,
    **dict.fromkeys(_words("renewcommand newcommand providecommand"), 2),
    "protect": 0,
    "vskip": 0,
    "kern": 0,
    "specialpapernotice": 1,
    "printead": 1,
    "inits": 1,
    "credit": 1,
    "orcidlogo": 0,
    **dict.fromkeys(_inner("nothing"), 0),
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
