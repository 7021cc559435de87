"""What people take away: verdicts and tables in, bytes out. Knows neither the store nor a page."""

from reports.calendar import calendar
from reports.digest import digest
from reports.events import Event, events
from reports.letters import Letter, letters
from reports.mail import Mail, eml
from reports.pack import Pack, meeting_pack
from reports.partner_pack import PartnerPack, partner_pack

__all__ = [
    "Event", "Letter", "Mail", "Pack", "PartnerPack", "calendar", "digest", "eml", "events", "letters",
    "meeting_pack", "partner_pack",
]  # fmt: skip
