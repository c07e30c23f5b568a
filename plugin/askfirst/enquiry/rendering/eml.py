"""A message that a mail program opens as a draft (``X-Unsent``): plain text, no attachment, no date."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from askfirst.enquiry.rendering.text import body, wrapped
from askfirst.enquiry.values import Letter


def render(letter: Letter) -> str:
    """The message with its headers; without a known mailbox the line ``To`` is left to the writer."""
    message = EmailMessage(policy=SMTP.clone(linesep="\n"))
    if letter.sender:
        message["From"] = letter.sender
    if letter.address:
        message["To"] = letter.address
    message["Subject"] = letter.subject
    message["X-Unsent"] = "1"
    head = "\n".join(line for each in letter.head for line in wrapped(each))
    message.set_content(f"{head}\n\n{body(letter)}", charset="utf-8", cte="quoted-printable")
    return message.as_string()
