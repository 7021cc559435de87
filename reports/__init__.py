"""What people take away: verdicts and tables in, bytes out. Knows neither the store nor a page."""

from reports.calendar import calendar
from reports.events import Event, events
from reports.pack import Pack, meeting_pack

__all__ = ["Event", "Pack", "calendar", "events", "meeting_pack"]
