"""What announces people on a title page, and what announces where they work, in the languages that papers are in."""

from __future__ import annotations

WHO = (
    r"(?:(?:principal|lead|main|first|primary|corresponding)\s+)?(?:co-?)?authors?(?:\s+names?|\s*\(s\))?|"
    r"(?:principal|primary|co-?)\s*investigators?|(?:primary|main)\s+contacts?|contact\s+persons?|names?(?:\s*\(s\))?|"
    r"(?:presented|submitted|prepared|written)?\s*by|students?|candidates?|speakers?|presenters?|"
    r"aut(?:or(?:en|in|innen|es|a|as|i|e|zy|ka)?|eure?s?|rice)(?:\s+principa(?:l|ux|les?))?|co-?auteure?s?|coautor(?:es|i)?|"
    r"(?:présenté|rédigé|soumis|préparé)e?s?\s+par|par|(?:presentad[oa]|elaborad[oa]|realizad[oa])\s+por|por|presenta|"
    r"verfasser(?:in|innen)?|(?:vorgelegt|eingereicht|verfasst|erstellt)\s+von|von|bearbeiter(?:in)?|"
    r"candidat[oae]|laureand[oa]|hazırlayan(?:lar)?|szerzők?|autoři|zpracoval[ai]?|"
    r"автор(?:ы|и|ка)?|выполнил[аи]?|студент(?:ка|ы)?|аспирант(?:ка)?|докладчик|соискатель|виконав(?:ла|ли)?|"
    r"نویسند(?:ه|گان)|نگار(?:نده|ش)|ارائه\W?ده(?:نده|ندگان)|تهیه\W?کننده(?:\W?ها)?|دانشجو|توسط|"
    r"إعداد|الطالب(?:ة)?|الباحث(?:ة|ون)?|المؤلف(?:ة|ون)?|作\s*者|姓\s*名|学生(?:姓名)?|报告人|저자|발표자|著\s*者|氏\s*名|発表者"
)
"""what announces people"""
WHERE = (
    r"affiliations?|institut(?:ion|ions|e|es)?|address(?:es)?|organi[sz]ations?|departments?|universit(?:y|ies)|"
    r"einrichtung(?:en)?|anschrift(?:en)?|adressen?|affiliazion[ei]|afiliaci[oó]n(?:es)?|adresses?|instituci[oó]n(?:es)?|"
    r"établissement|laboratoire|università|universidad|организация|место\s+работы|учреждение|"
    r"دانشگاه|وابستگی(?:\s+سازمانی)?|الجامعة|المؤسسة|单\s*位|学\s*校|学\s*院|소속|所\s*属"
)
"""what announces where they work"""
