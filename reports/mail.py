"""A mail as a file (.eml) that every mail program opens, to be looked at and sent by somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape


@dataclass(frozen=True)
class Mail:
    """`says`: its paragraphs; `links`: below them, what each leads to and its address; `to`: e-mail
    addresses, none where whoever sends it knows to whom.
    """

    subject: str
    says: tuple[str, ...]
    links: tuple[tuple[str, str], ...] = ()
    to: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """As plain text."""
        return "\n\n".join([*self.says, *(f"{label}\n{address}" for label, address in self.links)]) + "\n"


def eml(mail: Mail, at: datetime) -> bytes:
    """The file. `at`: when it is made, UTC without a zone. It is marked as a draft: nothing sends it."""
    made = EmailMessage(SMTP)
    made["Subject"] = " ".join(mail.subject.split())
    if mail.to:
        made["To"] = ", ".join(mail.to)
    made["Date"] = format_datetime(at.replace(tzinfo=UTC))
    made["X-Unsent"] = "1"  # opens as a draft
    made.set_content(mail.text)
    if mail.links:
        made.add_alternative(_html(mail), subtype="html")
    return made.as_bytes()


def _html(mail: Mail) -> str:
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in mail.says)
    return f'<html lang="en-GB"><body>{paragraphs}{_items(mail.links)}</body></html>'


def _items(links: Sequence[tuple[str, str]]) -> str:
    items = "".join(f'<li><a href="{escape(to)}">{escape(label)}</a></li>' for label, to in links)
    return f"<ul>{items}</ul>"
