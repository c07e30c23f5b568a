"""The requests a client may make, each answered from the verdict on what is typed at that moment."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from askfirst import recording
from askfirst.errors import Failure
from askfirst.formats import ABOUT_LISTS
from askfirst.lsp import actions, answer_help, draft, enquiry, pages, present
from askfirst.lsp.institutions import named_in
from askfirst.lsp.paths import is_answer, path_of, uri_of
from askfirst.lsp.units import from_units
from askfirst_checks.strict import BrokenData
from askfirst_checks.words import Text

if TYPE_CHECKING:
    from askfirst.lsp.judge import Judged
    from askfirst.lsp.session import Session
    from askfirst.lsp.works import Work
    from askfirst_checks.model import Finding

_GONE = Text("This question is no longer asked.", "Diese Frage wird nicht mehr gestellt.")
_WROTE = Text(
    "Created {file}. Fill in what is empty, then save.",
    "{file} angelegt. Füllen Sie aus, was leer ist, und speichern Sie.",
)
_LETTER = Text(
    "The enquiry is in {file}. Nothing was sent, attached or recorded.",
    "Die Anfrage steht in {file}. Es wurde nichts verschickt, angehängt oder festgehalten.",
)
_NO_LETTER = Text("The enquiry could not be written: {why}", "Die Anfrage ließ sich nicht schreiben: {why}")
_NOT_WRITTEN = Text("The answer could not be written: {why}", "Die Antwort ließ sich nicht schreiben: {why}")


def register(server: Session) -> None:
    """All features but pulled diagnostics, which depend on the client; see `Server.begin`."""
    server.feature(types.INITIALIZE)(initialize)
    server.feature(types.INITIALIZED)(initialized)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(did_save)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(watched)
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(configured)
    server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(folders)
    server.feature(types.TEXT_DOCUMENT_HOVER)(hover)
    offers = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, offers)(code_action)
    server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions())(code_lens)
    server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=['"', "="]))(completion)
    for command, run in ((actions.ANSWER, answer), (actions.DRAFT, ask_office), (actions.NOT_THIS, not_this),
                         (actions.SOURCE, source), (actions.PAGE, page), (actions.OVERVIEW, overview)):  # fmt: skip
        server.command(command)(run)


def initialize(ls: Session, params: types.InitializeParams) -> None:
    """The client introduces itself."""
    ls.begin(params)


def initialized(ls: Session, params: types.InitializedParams) -> None:
    """The client is ready."""
    ls.begun()


def did_save(ls: Session, params: types.DidSaveTextDocumentParams) -> None:
    """A save is when an answer or a setting takes hold."""
    ls.saved_or_moved(path_of(params.text_document.uri))


def watched(ls: Session, params: types.DidChangeWatchedFilesParams) -> None:
    """Files that changed outside the editor: a part, a bibliography, an answer recorded on the command line."""
    for change in params.changes:
        ls.saved_or_moved(path_of(change.uri))


def configured(ls: Session, params: types.DidChangeConfigurationParams) -> None:
    """The client's settings changed."""
    ls.take_wishes(params.settings)


def folders(ls: Session, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Works are found from the files themselves; another folder may hold another root."""
    ls.saved_or_moved(None)


async def hover(ls: Session, params: types.HoverParams) -> types.Hover | None:
    """Evidence, question and whom to ask."""
    uri = params.text_document.uri
    found = await ls.work_at(uri)
    if found is None:
        return None
    work, judged = found
    here = ls.touching(work, judged, uri, types.Range(params.position, params.position))
    if not here:
        return None
    language = ls.language(judged)
    text = "\n\n---\n\n".join(present.hover(finding, judged.report, language) for finding, _ in here)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), here[0][1].range)


async def code_action(ls: Session, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be done about the questions in the range."""
    uri = params.text_document.uri
    found = await ls.work_at(uri) if actions.wanted(params.context.only) else None
    if found is None:
        return []
    work, judged = found
    language = ls.language(judged)
    offered = []
    for finding, _ in ls.touching(work, judged, uri, params.range):
        shown = ls.diagnostic(work, finding, language, judged.report.jurisdiction)
        offered += actions.offered(finding, shown, language, judged.report.jurisdiction)
    return offered


async def code_lens(ls: Session, params: types.CodeLensParams) -> list[types.CodeLens]:
    """One line over the author block, where there is anything to count."""
    uri = params.text_document.uri
    found = await ls.work_at(uri)
    if found is None:
        return []
    work, judged = found
    block = judged.report.manuscript.author_block
    if block is None or all(finding.code == ABOUT_LISTS for finding in judged.report.findings):
        return []
    place = ls.works.location(work, block)
    if path_of(place.uri) != path_of(uri):
        return []
    title = present.overview(judged.report, ls.language(judged))
    start = types.Range(place.range.start, place.range.start)
    return [types.CodeLens(start, types.Command(title, actions.OVERVIEW, arguments=[uri]))]


async def completion(ls: Session, params: types.CompletionParams) -> types.CompletionList | None:
    """Keys and values of an answer file."""
    path = path_of(params.text_document.uri)
    buffer = ls.works.buffers.get(path) if path else None
    if path is None or buffer is None or not is_answer(path):
        return None
    line = params.position.line
    text = buffer.lines[line] if line < len(buffer.lines) else ""
    column = from_units(text, params.position.character, ls.works.encoding)
    reports = [ls.works.judged[work].report for work in ls.works.touched(path)]
    jurisdiction = reports[0].jurisdiction if reports else "de"
    items = answer_help.complete(buffer, line, column, named_in(reports), ls.language(), jurisdiction)
    return types.CompletionList(False, items)


async def pull(ls: Session, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """The diagnostics of one open document, for clients that ask."""
    uri = params.text_document.uri
    path = path_of(uri)
    if path is None or path not in ls.works.buffers:
        return types.RelatedFullDocumentDiagnosticReport([])
    work = ls.works.work_of(path)
    if work and await ls.current(work) is None and work not in ls.failed:
        ls.retrigger()
    name, shown = ls.board.pull(path)
    ls.refresh_pulled()
    if name == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(name)
    return types.RelatedFullDocumentDiagnosticReport(shown, result_id=name)


# Commands: pygls fills their parameters by annotation and knows no defaults, hence ``ls: Any`` and ``*given``.


async def answer(ls: Any, *given: Any) -> str | None:
    """Create the answer file for the question *given* (see `present.data`) and open it; its path."""
    return await _record(ls, False, *given)


async def not_this(ls: Any, *given: Any) -> str | None:
    """Create the file that says the words were read wrongly, and why if that is *given* too; its path."""
    return await _record(ls, True, *given)


async def _record(ls: Session, wrong: bool, about: Any = None, reason: Any = "", *_: Any) -> str | None:
    found = await _asked(ls, about)
    if found is None:
        return None
    work, judged, finding = found
    language = ls.language(judged)
    why = reason if isinstance(reason, str) else ""
    document = recording.document_of(work, "shared")
    content = draft.text(judged.report, finding, language, not_this=wrong, reason=why, document=document)
    try:
        path = await asyncio.to_thread(draft.write, work, finding, judged.report.today, content)
    except (OSError, Failure) as error:
        ls.say(_NOT_WRITTEN.fill(why=str(error)).said(language), types.MessageType.Error)
        return None
    if not ls.can_show():
        ls.say(_WROTE.fill(file=os.path.relpath(path, work.top)).said(language))
    ls.show(uri_of(path), draft.to_fill(content))
    ls.check_soon([work], 0)
    return path


async def ask_office(ls: Any, *given: Any) -> str | None:
    """Write the enquiry about the question *given* to a new file outside the repository and open it; its path."""
    about = given[0] if given else None
    found = await _asked(ls, about)
    if found is None:
        return None
    work, judged, finding = found
    language = ls.language(judged)
    try:
        content = await asyncio.to_thread(enquiry.text, work, judged.report, finding, language)
        title, today = judged.report.manuscript.title, judged.report.today
        path: str = await asyncio.to_thread(enquiry.write, title, today, content)
    except (OSError, Failure, BrokenData) as error:
        ls.say(_NO_LETTER.fill(why=str(error)).said(language), types.MessageType.Error)
        return None
    ls.say(_LETTER.fill(file=path).said(language))
    if ls.can_show():
        ls.show(uri_of(path))
    return path


async def _asked(ls: Session, about: Any) -> tuple[Work, Judged, Finding] | None:
    """The question that *about* came from; says so where it is no longer asked."""
    root = about.get("root") if isinstance(about, dict) else None
    found = await ls.work_at_root(root) if isinstance(root, str) else None
    finding = actions.again(found[1].report, about) if found else None
    if found is None or finding is None:
        ls.say(_GONE.said(ls.language()))
        return None
    return (*found, finding)


async def source(ls: Any, *given: Any) -> None:
    """Open the act or list in the browser."""
    url = given[0] if given else None
    if isinstance(url, str) and url.startswith(("https://", "http://")):
        ls.show(url, external=True)


async def page(ls: Any, *given: Any) -> None:
    """Open the page of a rule."""
    if given and (shown := pages.uri(str(given[0]), ls.language(), *map(str, given[1:2]))):
        ls.show(shown)


async def overview(ls: Any, *given: Any) -> None:
    """All open questions of a work, in a message."""
    uri = given[0] if given else None
    if isinstance(uri, str) and (found := await ls.work_at(uri)):
        ls.say(present.summary(found[1].report, ls.language(found[1])))
