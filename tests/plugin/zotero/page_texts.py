"""First pages as Zotero hands them over: lines of a paragraph joined, pages apart by form feeds. All invented."""

from __future__ import annotations

TITLE = "Invented waveguides in a made-up medium"
AUTHORS = ("Max Beispiel", "Nam-Il Rim", "Jörg Probe")
KISU = "Department of Physics, Kim Il Sung University, Pyongyang, DPR Korea"
BERLIN = "Institute for Invented Optics, Example Street 2A, 12489 Berlin, Germany"
FU = "Department of Physics, Freie Universität Berlin, Arnimallee 14, 14195 Berlin, Germany"
BONN = "Example Institute, University of Bonn, 53115 Bonn, Germany"
BODY = "\n".join(
    [
        "We study how light goes through an invented medium and compare it with what was measured before [1-3]. " * 3,
        "The layers were grown at 300 K. In 2D materials and in H2O the same was found, as Eq. 1 Institute A shows.",
        "1. Introduction",
        "Samples of the group at Isfahan University of Technology, Isfahan, Iran, are compared with ours [13]. " * 2,
    ]
)
NAMES = "Max Beispiel1, Nam-Il Rim2, and Jörg Probe1,3"

FIRING: dict[str, str] = {
    "RevTeX": f"{TITLE}\n{NAMES}\n1{BERLIN} 2{KISU} 3{FU}\n(Dated: August 1, 2018)\n{BODY}",
    "Elsevier": (
        f"{TITLE}\nMax Beispiela,*, Nam-Il Rimb, Jörg Probea,c\na {BERLIN} b {KISU} c {FU}\nARTICLE INFO ABSTRACT\n"
        f"{BODY}"
    ),
    "Optica": (
        f"{TITLE}\nMAX BEISPIEL1,*, NAM-IL RIM2, AND JÖRG PROBE1,3\n1{BERLIN} 2{KISU} 3{FU} *Corresponding author: "
        f"max@example.org\n{BODY}"
    ),
    "Springer, at the foot": (
        f"{TITLE}\nM. Beispiel · N.-I. Rim · J. Probe\nReceived: 1 May 2018 / Accepted: 1 June 2018\nAbstract {BODY}\n"
        f"M. Beispiel (B) {BERLIN} e-mail: max@example.org\nN.-I. Rim {KISU}\n123"
    ),
    "Springer, at the foot, one block": (
        f"{TITLE}\nM. Beispiel · N.-I. Rim · J. Probe\nAbstract {BODY}\n"
        f"N.-I. Rim {KISU} M. Beispiel (B) · J. Probe {BERLIN} e-mail: max@example.org"
    ),
    "columns": (
        f"{TITLE}\nMax Beispiel Institute for Invented Optics 12489 Berlin, Germany\n"
        f"Nam-Il Rim Kim Il Sung University Pyongyang, DPR Korea\nAbstract\n{BODY}"
    ),
    "columns in one block": (
        f"{TITLE}\nMax Beispiel Institute for Invented Optics 12489 Berlin, Germany Nam-Il Rim Kim Il Sung University "
        f"Pyongyang, DPR Korea Jörg Probe Freie Universität Berlin 14195 Berlin, Germany\nAbstract\n{BODY}"
    ),
    "IEEE": (
        f"{TITLE}\nMax Beispiel, Member, IEEE, and Nam-Il Rim\nAbstract—{BODY}\nManuscript received May 1, 2018. M. "
        "Beispiel "
        "is with the Institute for Invented Optics, 12489 Berlin, Germany. N.-I. Rim is with Kim Il Sung University, "
        "Pyongyang, DPR Korea."
    ),
    "IEEE, two in one sentence": (
        f"{TITLE}\nMax Beispiel and Nam-Il Rim\nAbstract—{BODY}\nM. Beispiel is with the Institute for Invented "
        "Optics, 12489 "
        "Berlin, Germany, and N.-I. Rim is with the Dept. of Physics, Kim Il Sung University, Pyongyang, "
        "DPR Korea (e-mail: "
        "rim@example.org)."
    ),
    "long": (
        f"{TITLE}\n{NAMES}\n1 Institute for Invented Optics, Department of Very Long Names, Example Street 2A, 12489 "
        "Berlin, "
        "Germany 2 Department of Physics, Faculty of Energy Science, Kim Il Sung University, Taesong District, "
        f"Ryongnam-dong, Pyongyang, Democratic People's Republic of Korea\nAbstract\n{BODY}"
    ),
    "gaps": f"{TITLE}\n{NAMES}\n1 {BERLIN}\n2 {KISU}\n3 {FU}\nAbstract\n{BODY}",
    "brackets": f"{TITLE}\n{NAMES}\n(1. {BERLIN}; 2. {KISU})\nAbstract: {BODY}",
    "brackets, listed first": f"{TITLE}\n{NAMES}\n(1. {KISU}; 2. {BERLIN})\nAbstract: {BODY}",
    "cover sheet": (
        "This content was downloaded from IP address 192.0.2.1 on 01/05/2019 at 10:00\n"
        "You may also like\nOther paper on "
        f"invented glass\n\n\f{TITLE}\n{NAMES}\n1 {KISU}\n2 {BERLIN}\nAbstract\n{BODY}"
    ),
    "two cover sheets": (
        f"Example Repository\n{TITLE}\nCitation for published version: Beispiel, M 2018\nUniversity of Example "
        "Research Portal\n\n"
        f"\fUsers may download and print one copy. Take down policy: contact us.\n\n\f{TITLE}\n{NAMES}\n2{BERLIN} "
        f"3{KISU}\n"
        f"Abstract\n{BODY}"
    ),
    "collaboration": (
        f"{TITLE}\nThe Invented Collaboration\nM. Beispiel,1 N.-I. Rim,2 J. Probe,3 and 40 others\n1{FU}\n2{KISU}\n"
        f"3{BERLIN}\n{BODY}"
    ),
    "two columns, names and addresses in one block": f"{TITLE} {NAMES} 1 {KISU} 2 {BERLIN} 3 {FU}\nAbstract\n{BODY}",
    "BMC": (
        f"RESEARCH Open Access\n{TITLE}\nMax Beispiel1* and Nam-Il Rim2\nAbstract\n{BODY}\n* Correspondence: "
        "max@example.org "
        f"2{KISU} Full list of author information is available at the end of the article"
    ),
    "the head behind the text": (
        f"Journal of Made-Up Optics\nIntroduction\n{BODY}\n{TITLE}\nMax Beispiel1, Nam-Il Rim2\n1{KISU} 2{BERLIN}.\n"
        "ABSTRACT\nShort."
    ),
    "over two lines": (
        f"{TITLE}\nNam-Il Rim\nKim Il Sung University\nTaesong District, Pyongyang, DPR Korea\nAbstract\n{BODY}"
    ),
    "no word for an institution": (
        f"{TITLE}\nNam-Il Rim, Max Beispiel\nExample Works, Pyongyang, DPR Korea\nAbstract\n{BODY}"
    ),
    "not of its own, in a list": f"{TITLE}\n{NAMES}\n{KISU}; {BERLIN}\nAbstract\n{BODY}",
    "one address behind the other": (
        f"{TITLE}\n{NAMES}\n{KISU} Department of Optics, Example University, Berlin, Germany\nAbstract\n{BODY}"
    ),
    "goes on on page 2": (
        f"{TITLE}\nMax Beispiel,1 Nam-Il Rim,3 and Jörg Probe2\n1{BERLIN} 2{FU}\n{BODY}\n\n\f3{KISU}\nMore text of "
        "the work."
    ),
    "no abstract, a date": f"{TITLE}\n{NAMES}\n1 {BERLIN}\n2 {KISU}\n(Received 1 May 2018)\n{BODY}",
    "present address": f"{TITLE}\nMax Beispiel1,†\n1 {BERLIN} †Present address: {KISU}\nAbstract\n{BODY}",
    "Russian first": (
        "Выдуманные волноводы в несуществующей среде\n"
        "М. Пример1, Н. Рим2\n1 Университет Примера, Берлин, Германия 2 Университет имени "
        f"Ким Ир Сена, Пхеньян, КНДР\nАннотация\nМы показали, что в работе это было.\n{BODY}"
    ),
    "Chinese at the foot": f"{TITLE}\nNam-Il Rim\nAbstract\n{BODY}\n1. 金日成综合大学物理系，平壤，朝鲜",
    "MDPI": (
        f"Article\n{TITLE}\nMax Beispiel 1,* , Nam-Il Rim 2 and Jörg Probe 1,3\n1 {BERLIN}; max@example.org 2 {KISU}; "
        f"rim@example.org 3 {FU} * Correspondence: max@example.org; Tel.: +49-30-123\nReceived: 1 May 2018\nAbstract: "
        f"{BODY}"
    ),
    "ACS": f"{TITLE}\nMax Beispiel,† Nam-Il Rim,*,‡ and Jörg Probe† † {BERLIN} ‡ {KISU} ABSTRACT: {BODY}",
    "Wiley, at the foot": (
        f"{TITLE}\nMax Beispiel,[a] Nam-Il Rim[b]\nAbstract: {BODY}\n[a] Dr. M. Beispiel {BERLIN} E-mail: "
        "max@example.org "
        f"[b] Prof. N.-I. Rim {KISU}"
    ),
    "Nature": (
        f"{TITLE}\nMax Beispiel1,2, Nam-Il Rim3 & Jörg Probe1\n{BODY}\n1{BERLIN}. 2{FU}. 3{KISU}. Correspondence and "
        "requests for materials should be addressed to M.B."
    ),
    "names and addresses in a row": (
        f"{TITLE}\nMax Beispiel 1 Nam-Il Rim 2 Jörg Probe 1,3 1 {BERLIN} 2 {KISU} 3 {FU}\nAbstract\n{BODY}"
    ),
    "line numbers": f"{TITLE}\n{NAMES}\n15 1{BERLIN} 16 17 2{KISU} 18 (Dated: May 2018)\nAbstract\n{BODY}",
    "roman numbers": (
        f"{TITLE}\nJörg Probe\nI. Physikalisches Institut, Example University, Bonn, Germany II. {KISU}\nAbstract\n"
        f"{BODY}"
    ),
    "received, in the same block": (
        f"{TITLE}\n{NAMES}\nReceived 1 May 2018; accepted 3 June 2018 1{KISU} 2{BERLIN}\nAbstract\n{BODY}"
    ),
    "twelve addresses without marks": (
        f"{TITLE}\n{NAMES}\n"
        + ", ".join(f"Institute {letter} of Invention, Example Street, Berlin" for letter in "ABCDEFGHIJK")
        + f", {KISU}\nAbstract\n{BODY}"
    ),
    "short names at the foot": f"{TITLE}\n{NAMES}\nAbstract\n{BODY}\n1EPFL 2{KISU} 3Example Technologies",
    "tied by and": f"{TITLE}\nNam-Il Rim\n{BERLIN} and {KISU}\nAbstract\n{BODY}",
    "small letters at the foot": (
        f"{TITLE}\n{NAMES}\nAbstract\n{BODY}\n1{BERLIN} 2Joint institute for glass research, Pyongyang, DPR Korea 3{FU}"
    ),
    "a building with a number": (
        f"{TITLE}\nNam-Il Rim\n1 {BERLIN} 2 State Academy of Sciences, No. 5, Example-dong, Pyongyang, DPR Korea\n"
        f"Abstract\n{BODY}"
    ),
    "one mark explained at the foot": (f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU}\nAbstract\n{BODY}\n3 {KISU}"),
    "no marks before the abstract, names at the foot": (
        f"{TITLE}\nMax Beispiel, Nam-Il Rim\n{BERLIN}\nAbstract\n{BODY}\nN.-I. Rim {KISU}"
    ),
    "in small letters, as in French": (
        f"{TITLE}\nM. Beispiel · N.-I. Rim\nAbstract {BODY}\nM. Beispiel (B) {BERLIN} e-mail: max@example.org\n"
        "N.-I. Rim Département de physique, université Kim Il-sung, Pyongyang, Corée du Nord"
    ),
    "behind a sign, in small letters": (
        f"{TITLE}\nMax Beispiel,† Nam-Il Rim‡\nAbstract\n{BODY}\n† {BERLIN} ‡ Faculteit der natuurkunde, Kim "
        "Il-sung-universiteit, Pyongyang, Noord-Korea"
    ),
    "in Russian, Chinese and Korean, beside a journal's line": (
        f"Вестник примера. Том 3\n{TITLE}\nNam-Il Rim\n金日成综合大学物理系，平壤，朝鲜\nAbstract\n{BODY}"
    ),
    "title, names and addresses with line numbers in one block": (
        f"1 Invented waveguides in 2 a made-up medium 3 Max Beispiel and Nam-Il Rim 4 {BERLIN} 5 {KISU}\n"
        f"*Corresponding author: max@example.org\n{BODY}"
    ),
    "a title that the library spells otherwise, in one block": (
        f"Made-up waveguides within an invented and much longer medium Max Beispiel1, Nam-Il Rim2 1{BERLIN} 2{KISU}\n"
        f"Abstract\n{BODY}"
    ),
    "letters, on the next page": (
        f"{TITLE}\nMax Beispiela, Jörg Probeb,c, and Nam-Il Rimd\na{FU} b{BONN} cSchool of Invention, Example "
        f"College,\n1\n\n\f"
        f"53113 Bonn, Germany\nd{KISU}\nAbstract\n{BODY}"
    ),
    "numbers, four lines on the next page": (
        f"{TITLE}\n{NAMES}\n1{FU}\n2{BONN}\n{BODY}\n\n\f3Institute A, Example University, Bonn, Germany\n"
        f"4Institute B, Example University, Bonn, Germany\n5Institute C, Example University, Bonn, "
        f"Germany\n6{KISU}\n7{BERLIN}"
    ),
    "addresses between e-mails, without marks": (
        f"{TITLE}\nMax Beispiel Nam-Il Rim Jörg Probe\n{BERLIN} max@example.org {KISU} rim@example.org {FU} "
        f"probe@example.org\nAbstract\n{BODY}"
    ),
    "an address behind an e-mail at the foot": (
        f"{TITLE}\nMax Beispiel · Nam-Il Rim\nAbstract {BODY}\nM. Beispiel {BERLIN} e-mail: max@example.org; {KISU}"
    ),
    "names and addresses before the title": (
        f"Transactions of the Example Society. 2018. No. 1\nM. Beispiel, N.-I. Rim\n{KISU}\n{TITLE}\nAbstract\n{BODY}"
    ),
    "letters to, at the foot": (
        f"{TITLE}\nMax Beispiel1, Nam-Il Rim2\n1 {BERLIN}\nAbstract\n{BODY}\n*Correspondence to: Nam Il Rim, {KISU}. "
        "E-mail: rim@example.org"
    ),
    "Korrespondenz, am Fuß": (
        f"{TITLE}\nMax Beispiel, Nam-Il Rim\n{BERLIN}\nZusammenfassung\n{BODY}\nKorrespondenzadresse: Dr. Nam Il "
        f"Rim, {KISU}"
    ),
    "glued letters at the foot, from the second on": (
        f"{TITLE}\nMax Beispiel,a Nam-Il Rim,b Jörg Probec\nAbstract\n{BODY}\naInstitute of Invention, Example "
        f"Centre,\n"
        f"Patras, Greece b{KISU} c{FU}"
    ),
    "lines of a list that do not end": (
        f"{TITLE}\nMax Beispiel1, Nam-Il Rim2\nAbstract\n{BODY}\n1Department of Invention, Example "
        f"State\nUniversity, Tempe, "
        f"AZ 85281, USA 2{KISU}"
    ),
    "marks on lines of their own": f"{TITLE}\nMax Beispiel\n1\nNam-Il Rim\n2\n1\n{BERLIN}\n2\n{KISU}\nAbstract\n{BODY}",
    "brackets behind the names, addresses at the foot": (
        f"{TITLE}\nMax Beispiel (a), Nam-Il Rim (b)\nAbstract\n{BODY}\n(a) {BERLIN}; (b) {KISU}"
    ),
    "brackets, the second address at the foot": (
        f"{TITLE}\nMax Beispiel(a), Nam-Il Rim(b)\n(a) {BERLIN}\nAbstract\n{BODY}\n(b) {KISU}"
    ),
    "letters with a comma, the third address at the foot": (
        f"{TITLE}\nMax Beispiel,a Nam-Il Rim,c et al.\na {BERLIN} b {FU}\nAbstract\n{BODY}\nc {KISU}"
    ),
    "numbers of authors who are not in the library": (
        f"{TITLE}\nA. Muster1, C. Rim4, J. Probe2\n1{BERLIN} 2{FU}\nAbstract\n{BODY}\n3{BONN} 4{KISU}"
    ),
    "a sentence before the addresses in the same block": (
        f"{TITLE}\n{NAMES}\nAbstract\n{BODY}\nLight goes where it is sent. 1{BERLIN} 2{KISU} 3{FU}"
    ),
    "addresses with a heading, at the foot": (
        f"{TITLE}\n{NAMES}\nAbstract\n{BODY}\nAuthor affiliations: 1 {BERLIN} 2 {KISU} 3 {FU}"
    ),
    "addresses in a list without marks, at the foot": (f"{TITLE}\nNam-Il Rim\nAbstract\n{BODY}\n{KISU}; {BERLIN}"),
    "an address that goes on, at the foot": (
        f"{TITLE}\nMax Beispiel1, Nam-Il Rim2\nAbstract\n{BODY}\nInstitut de recherche inventée, Grenoble, "
        f"France 2{KISU}"
    ),
}
"""pages on which an institution of the DPRK is an author's affiliation"""

SILENT: dict[str, str] = {
    "ordinary": f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}",
    "letters": f"{TITLE}\nMax Beispiela, Jörg Probeb\na {BERLIN} b {FU}\nABSTRACT\n{BODY}",
    "Seoul": (
        f"{TITLE}\n{NAMES}\n1 Department of Physics, Example National University, Seoul 08826, Republic of Korea 2 "
        f"{FU} 3 {BONN}\nAbstract\n{BODY}"
    ),
    "a body sentence without a heading": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nThe sample of Kim Il Sung University, Pyongyang, is compared "
        f"[13].\n{BODY}"
    ),
    "a body sentence behind the abstract": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\nLight.\nAs at Kim Il Sung University, Pyongyang, DPR "
        "Korea, layers "
        "were grown."
    ),
    "a sentence with is with": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\nThe comparison is with the Kim Il Sung University data "
        "from "
        "Pyongyang, DPR Korea. "
        "The spectrum A. is with Kim Chaek University of Technology, Pyongyang, in agreement."
    ),
    "a reference": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n[1] C. Rim, Kim Il Sung University Press, "
        "Pyongyang, 2010.\n"
        "2. D. Pak, Bulletin of Kim Il Sung University, vol. 3, Pyongyang (2011)."
    ),
    "a publisher": (
        "© 2018 The Authors. Published and distributed by Tabriz University of Medical Sciences, Tabriz, Iran\n"
        f"{TITLE}\n{NAMES}\n"
        f"1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n© 2018 Published by Kim Il Sung University, Pyongyang, DPR Korea"
    ),
    "an editor": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nEdited by: C. Rim, Kim Il Sung University, Pyongyang, DPR Korea\n"
        "Reviewed by: "
        "D. Muster, "
        f"University of Yazd, Iran\nAcademic Editor: E. Muster, Samara University, Samara, Russia\nAbstract\n{BODY}"
    ),
    "a funder": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nFunding information: Ministry of Science of the Russian "
        "Federation\nAbstract\n"
        f"{BODY}\n"
        "Supported by Kim Il Sung University, Pyongyang, DPR Korea."
    ),
    "numbers that mark nothing": (
        f"{TITLE}\nJörg Probe\n1 Institute for 2D Materials, Building 2 Institutsviertel, Example Street 3 Berlin, "
        "12489 "
        "Berlin, Germany\n"
        f"Abstract\n{BODY}"
    ),
    "Paris numbers its universities": (
        f"{TITLE}\nJörg Probe\nUniversité Paris 1 Panthéon-Sorbonne, Institut d'Exemple, 75005 Paris, France\n"
        f"Abstract\n{BODY}"
    ),
    "H2O and an equation": (
        f"{TITLE}\nJörg Probe\nInstitute of H2O, Example University, Bonn, Germany\nEq. 1 Institute\nAbstract\n{BODY}"
    ),
    "the title names it": f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}",
    "IEEE, at home": (
        f"{TITLE}\nMax Beispiel\nAbstract—{BODY}\nM. Beispiel is with the Institute for Invented Optics, 12489 "
        "Berlin, Germany "
        "(e-mail: max@example.org)."
    ),
    "at the foot, at home": (
        f"{TITLE}\nM. Beispiel · J. Probe\nAbstract {BODY}\nM. Beispiel (B) · J. Probe {BERLIN} e-mail: max@example.org"
    ),
    "cover sheet, at home": (
        f"This content was downloaded from IP address 192.0.2.1\n\n\f{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\n"
        "Abstract\n"
        f"{BODY}"
    ),
    "biography": (
        f"{TITLE}\nMax Beispiel\n{BERLIN}\nAbstract\n{BODY}\nNam-Il Rim received the B.S. degree from Kim Il Sung "
        "University, "
        "Pyongyang, DPR Korea, in 2010."
    ),
    "Russian, a sentence": (
        "Выдуманные волноводы\nМ. Пример\n"
        "Университет Примера, Берлин, Германия\nАннотация\nВ работе показано, что образцы "
        "Университета имени Ким Ир Сена, Пхеньян, КНДР, исследованы."
    ),
    "the other pages": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n\n\fDiscussion\nKim Il Sung University, "
        "Pyongyang, DPR "
        "Korea\nText."
    ),
    "a journal of another place": (
        f"Journal of Kim Il Sung University, Pyongyang, vol. 3\n{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n"
        f"{BODY}"
    ),
    "acknowledgements": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\nAcknowledgements Kim Il Sung University, "
        "Pyongyang, DPR Korea"
    ),
    "columns, at home": (
        f"{TITLE}\nMax Beispiel Institute for Invented Optics 12489 Berlin, Germany\nJörg Probe Freie Universität "
        "Berlin, Germany\n"
        f"Abstract\n{BODY}"
    ),
    "Iran in the name": (
        f"{TITLE}\nJörg Probe\nInstitute of Iranian Studies, Austrian Example Academy, Vienna, Austria\nAbstract\n"
        f"{BODY}"
    ),
    "a collaboration, at home": (
        f"{TITLE}\nThe Invented Collaboration\nM. Beispiel,1 J. Probe,2 and 40 others\n1{FU}\n2{BERLIN}\n{BODY}"
    ),
    "a table of contents": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nContents\n1 Introduction 2 Methods 3 University archives in "
        "Pyongyang 4 "
        f"Results\n{BODY}"
    ),
    "page 2 lists something": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n\n\f1 Kim Il Sung University, Pyongyang, DPR "
        "Korea 2 "
        "Example Hall"
    ),
    "over two lines, at home": (
        f"{TITLE}\nJörg Probe\nFreie Universität Berlin\nArnimallee 14, 14195 Berlin, Germany\nAbstract\n{BODY}"
    ),
    "a conference": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\n3rd International Conference on Glass, Kim Il Sung University, "
        "Pyongyang\n"
        f"Abstract\n{BODY}"
    ),
    "a thesis in the references": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n[1] C. Rim, PhD Thesis, Kim Il Sung "
        "University, Pyongyang, "
        "2010."
    ),
    "a table": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\nTable 1. Sites 1 {KISU} 2 University of "
        "Tehran, Tehran, Iran"
    ),
    "a figure": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\nFig. 1. Map of Kim Il Sung University, "
        "Pyongyang, DPR Korea"
    ),
    "dedicated": (
        f"{TITLE}\n{NAMES}\nDedicated to Prof. C. Rim, Kim Il Sung University, Pyongyang\n1{BERLIN} 2{FU} 3{BONN}\n"
        "Abstract\n"
        f"{BODY}"
    ),
    "presented": f"{TITLE}\n{NAMES}\nPresented at the Colloquium, {KISU}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}",
    "a label": f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\nSamples: {KISU}",
    "numbers in a row": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n1 Introduction 2 The University System 3 "
        "Pyongyang, DPR "
        "Korea 4 End"
    ),
    "a list in a sentence": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n(a) {KISU}; (b) University of Tehran, Tehran, "
        "Iran were "
        "compared."
    ),
    "an author thanks": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\nJörg Probe thanks Kim Il Sung University, "
        "Pyongyang."
    ),
    "key words": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nKeywords: Kim Il Sung University, Pyongyang, DPR Korea\n{BODY}"
    ),
    "a repository's sheet": (
        f"Tehran University Repository, Tehran, Iran\nUsers may download and print\n\n\f{TITLE}\n{NAMES}\n1{BERLIN} "
        f"2{FU} 3{BONN}\n"
        f"Abstract\n{BODY}"
    ),
    "short names, at home": f"{TITLE}\n{NAMES}\nAbstract\n{BODY}\n1EPFL 2{BERLIN} 3{FU}",
    "tied by and, at home": f"{TITLE}\nJörg Probe\n{BERLIN} and {FU}\nAbstract\n{BODY}",
    "small letters in a heading": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n2 Samples from our partners in the north of "
        "Pyongyang"
    ),
    "an institute of space research": (
        f"{TITLE}\nJörg Probe\nИнститут космических исследований, Берлин\nAbstract\n{BODY}"
    ),
    "Como is a town": f"{TITLE}\nJörg Probe\nUniversità dell'Insubria, Como, Italy\nAbstract\n{BODY}",
    "title, names and addresses with line numbers, at home": (
        f"1 Invented waveguides in 2 a made-up medium 3 Max Beispiel and Jörg Probe 4 {BERLIN} 5 {FU}\n"
        f"*Corresponding author: max@example.org\n{BODY}"
    ),
    "a list in the text, where each author's mark is explained": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n(a) {KISU}; (b) University of Tehran, Tehran, "
        f"Iran; "
        "(c) Example College, Bonn."
    ),
    "numbers in the text, where each author's mark is explained": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n1 {KISU} 2 University of Tehran, Tehran, Iran"
    ),
    "a list in the text, where no author has a mark": (
        f"{TITLE}\nMax Beispiel, Nam-Il Rim and Jörg Probe\n{BERLIN}\nAbstract\n{BODY}\n1 {KISU} 2 University of "
        f"Tehran, "
        "Tehran, Iran"
    ),
    "a list in brackets, where no author has a mark": (
        f"{TITLE}\nMax Beispiel, Nam-Il Rim et al.\n{BERLIN}\nAbstract\n{BODY}\n(a) {KISU}; (b) University of Tehran, "
        "Tehran, Iran"
    ),
    "a list in brackets, where the library knows no name on the page": (
        f"{TITLE}\nThe Invented Team\n{BERLIN}\nAbstract\n{BODY}\n(1) Sharif University of Technology, Tehran, Iran; "
        f"(2) {KISU}"
    ),
    "a list with a mark more than the authors have": (
        f"{TITLE}\nMax Beispiela, Nam-Il Rimb\na {BERLIN} b {FU}\nAbstract\n{BODY}\n(a) Example College, Bonn; "
        f"(b) {FU}; (c) {KISU}."
    ),
    "a list of lines": (
        f"{TITLE}\nMax Beispiel {BERLIN}\nNam-Il Rim {FU}\nAbstract\n{BODY}\n1. {KISU}\n2. Example College, Bonn\n"
        "3. Moscow Institute of Physics and Technology, Dolgoprudny, Russia"
    ),
    "a list that the text runs into": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\nThe samples came from (a) {KISU}; (b) {FU}."
    ),
    "a list with a label": (
        f"{TITLE}\nJörg Probe\n{BERLIN}\nAbstract\n{BODY}\nPartners: {KISU}; University of Tehran, Tehran, Iran"
    ),
    "a list without marks in a sentence": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\nVisits to Sharif University of Technology, "
        f"Tehran, Iran; {KISU}; {FU}"
    ),
    "a list tied by and": (
        f"{TITLE}\nJörg Probe\n{BERLIN}\nAbstract\n{BODY}\nData sets of (a) Example College, Bonn and (b) {KISU}"
    ),
    "a list of points": f"{TITLE}\nJörg Probe\n{BERLIN}\nAbstract\n{BODY}\n• {KISU}\n• {FU}",
    "a list of capitals": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n(A) {KISU}; (B) Example College, Bonn"
    ),
    "a list in Roman numbers": (
        f"{TITLE}\nJörg Probe\n{BERLIN}\nAbstract\n{BODY}\n(i) {KISU}; (ii) {FU}; (iii) Example College, Bonn"
    ),
    "a list in German": (
        f"{TITLE}\nJörg Probe\n{BERLIN}\nZusammenfassung\n{BODY}\nBeteiligt waren Gruppen aus a) {KISU}; b) {FU}"
    ),
    "a caption in a paragraph": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\nLight goes. Table 1. Sites: 1 {KISU} 2 University of "
        f"Tehran"
    ),
    "a heading with a number": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\n2.1 Data from Kim Il Sung University, Pyongyang, DPR "
        f"Korea\nAbstract\n"
        f"{BODY}"
    ),
    "reviewers, a copyright, who took part": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nReviewers: C. Rim ({KISU})\nExample Press Copyright 2018 {KISU}\n"
        "The University of Tehran, Iran, Kim Il Sung University, Pyongyang, and Example College took part in the "
        "survey\n"
        f"Abstract\n{BODY}"
    ),
    "references before the abstract": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\n[13] C. Pak and D. Muster, Bulletin of Kim Il Sung University, "
        f"Pyongyang, 12 (2010) 33-40\n13. C. Pak, Invented light, {KISU}, 2010\nAbstract\n{BODY}"
    ),
    "journals named after a university": (
        f"{TITLE}\n{NAMES}\nТРУДЫ МФТИ. 2018. Том 17, № 1\nВестник Самарского университета, Самара, Россия\n"
        "Известия Томского политехнического университета. Выпуск 3, Томск\n哈尔滨工业大学学报 2018年 第3期\n"
        "김일성종합대학학보, 평양\nمجله دانشگاه تهران، ایران\nZeitschrift der Universität Teheran, Iran\n"
        f"1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}"
    ),
    "a long first line of the journal": (
        f"Journal of Invention of the Kim Il Sung University, Pyongyang, DPR Korea, vol. 3, no. 2, 2018, pp. 12-40, "
        "https://www.example.org/journal/of/invention, ISSN 1234-5678, published twice a year by the University Press\n"
        f"{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}"
    ),
    "letters, on the next page, at home": (
        f"{TITLE}\nMax Beispiela, Jörg Probeb,c\na{FU} b{BONN} cSchool of Invention, Example College,\n1\n\n\f"
        f"53113 Bonn, Germany\nAbstract\n{BODY}"
    ),
    "page 2 begins another list": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n\n\f1 Example Hall, Bonn 2 {KISU} 3 "
        f"University of "
        "Tehran, Tehran, Iran"
    ),
    "page 2 has letters where page 1 had numbers": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n\n\fd {KISU}\nText."
    ),
    "page 2 is far from page 1": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n\n\f12 {KISU}\nText of the work."
    ),
    "addresses between e-mails, at home": (
        f"{TITLE}\nMax Beispiel Jörg Probe\n{BERLIN} max@example.org {FU} probe@example.org\nAbstract\n{BODY}"
    ),
    "a publisher's e-mail": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nPublished by: press@example.org University of Tehran, Tehran, "
        f"Iran\n"
        f"Abstract\n{BODY}"
    ),
    "a running head before the title": (
        f"M. Beispiel et al.\nJournal of Kim Il Sung University, Pyongyang\n{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\n"
        f"Abstract\n{BODY}"
    ),
    "a head before the title, without names": (
        f"Kim Il Sung University Library, Pyongyang, DPR Korea\n{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} "
        f"3{BONN}\nAbstract\n{BODY}"
    ),
    "letters to the editor": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\nCorresponding editor: C. Rim, {KISU}"
    ),
    "letters to, at home": (
        f"{TITLE}\n{NAMES}\n1{BERLIN} 2{FU} 3{BONN}\nAbstract\n{BODY}\n*Correspondence to: Max Beispiel, {BERLIN}. "
        "E-mail: max@example.org"
    ),
    "glued letters, at home": (
        f"{TITLE}\nMax Beispiel,a Jörg Probeb\nAbstract\n{BODY}\naInstitute of Invention, Example Centre,\nPatras, "
        f"Greece b{FU}"
    ),
    "letters that are a name's": (
        f"{TITLE}\nMax Beispiel,a Jörg Probe,b and Eva Muster\na{BERLIN} b{FU}\nAbstract\n{BODY}"
    ),
    "marks on lines of their own, at home": (
        f"{TITLE}\nMax Beispiel\n1\nJörg Probe\n2\n1\n{BERLIN}\n2\n{FU}\nAbstract\n{BODY}"
    ),
    "ул. ends no address": (
        f"{TITLE}\nJörg Probe\nИнститут примеров, Ул. Выдуманная, д. 134, Алматы, 050040, Казахстан\nAbstract\n{BODY}"
    ),
}
"""pages on which nobody's affiliation asks anything, though some name such a place"""
