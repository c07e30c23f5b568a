"""HTML: one page without script, form or anything to load; all text escaped."""

from __future__ import annotations

from html import escape

from askfirst.enquiry.values import Letter, Part

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{subject}</title>
<style>
body {{ max-width: 46em; margin: 2em auto; padding: 0 1em; font: 11pt/1.45 Georgia, serif; color: #111; }}
h1 {{ font-size: 1.1em; }} h2 {{ font-size: 1em; margin: 1.2em 0 .3em; }} p {{ margin: .4em 0; }}
li {{ margin: .3em 0; overflow-wrap: anywhere; }} ol.letters {{ list-style: lower-alpha; }}
ul.fields {{ list-style: none; padding: 0; }} aside {{ border: 1px solid #111; padding: .4em .8em; margin: 1em 0; }}
@media print {{ body {{ margin: 0; }} aside, li {{ break-inside: avoid; }} }}
</style>
</head>
<body>
{head}
<h1>{subject}</h1>
{parts}
</body>
</html>
"""
_LISTS = {"numbered": "ol", "lettered": 'ol class="letters"', "fields": 'ul class="fields"'}


def render(letter: Letter) -> str:
    """The page."""
    return _PAGE.format(
        language=escape(letter.language),
        subject=escape(letter.subject),
        head="\n".join(f"<p>{escape(line)}</p>" for line in letter.head),
        parts="\n".join(map(_part, letter.parts)),
    )


def _part(part: Part) -> str:
    heading = f"<h2>{escape(part.heading)}</h2>\n" if part.heading else ""
    if part.kind in _LISTS:
        opened = _LISTS[part.kind]
        items = "\n".join(f"<li>{escape(line)}</li>" for line in part.lines)
        return f"{heading}<{opened}>\n{items}\n</{opened.split()[0]}>"
    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in part.lines)
    return f"<aside>\n{heading}{paragraphs}\n</aside>" if part.kind == "box" else heading + paragraphs
