"""JUnit XML: one suite a document, one failed case an open question, so that any CI shows it as a test."""

from __future__ import annotations

from collections.abc import Sequence

from askfirst.formats import Options, Outcome, shown
from askfirst.formats.clean import clean
from askfirst.formats.command import answer_command
from askfirst.formats.phrases import summary
from askfirst.formats.sarif import message
from askfirst_checks.light import TYPE_CHECKING
from askfirst_checks.model import Finding

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def render(outcomes: Sequence[Outcome], options: Options) -> str:
    """``<testsuites>``: open questions fail, answered ones and notes are skipped, a quiet document passes."""
    from xml.etree import ElementTree as Xml

    top = Xml.Element("testsuites", name="askfirst")
    for outcome in outcomes:
        place = clean(outcome.place(outcome.report.manuscript.root))
        findings = shown(outcome, options._replace(answered=True))
        failing = sum(_fails(finding) for finding in findings)
        skipped = len(findings) - failing + len(outcome.report.instructed)
        counts = {"tests": max(failing + skipped, 1), "failures": failing, "errors": 0, "skipped": skipped}
        suite = Xml.SubElement(top, "testsuite", {"name": place, **{key: str(n) for key, n in counts.items()}})
        for finding in findings:
            _case(Xml.SubElement(suite, "testcase"), place, outcome, finding, options)
        for line in outcome.report.instructed:
            case = Xml.SubElement(suite, "testcase", classname=place, name=clean(line.said(options.language)))
            Xml.SubElement(case, "skipped", message=clean(line.said(options.language)))
        if not findings:
            Xml.SubElement(suite, "testcase", classname=place, name="askfirst")
        Xml.SubElement(suite, "system-out").text = "\n".join(map(clean, summary([outcome], options)))
    if not outcomes and options.notices:
        suite = Xml.SubElement(top, "testsuite", name="askfirst", tests="0", failures="0", errors="0", skipped="0")
        Xml.SubElement(suite, "system-out").text = "\n".join(map(clean, summary([], options)))
    Xml.indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(top, encoding="unicode") + "\n"


def _fails(finding: Finding) -> bool:
    return finding.level != "note" and finding.state != "answered"


def _case(case: Element, place: str, outcome: Outcome, finding: Finding, options: Options) -> None:
    from xml.etree import ElementTree as Xml

    question = clean(finding.question.said(options.language))
    case.set("classname", place)
    case.set("name", clean(f"{finding.code} {finding.name.said(options.language)}: {finding.printed}".rstrip(": ")))
    case.set("file", clean(outcome.place(finding.span.file)))
    case.set("line", str(finding.span.line))
    if _fails(finding):
        failure = Xml.SubElement(case, "failure", message=question, type=finding.level)
        said = [message(outcome, finding, options.language), clean(answer_command(outcome, finding, options))]
        failure.text = "\n".join(said)
    else:
        Xml.SubElement(case, "skipped", message=clean(finding.answer) or question)
