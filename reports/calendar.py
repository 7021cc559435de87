"""A calendar as every calendar program reads it (RFC 5545)."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

import icalendar

from reports.events import Event

PRODUCT = "-//Quorate//Governance calendar//EN"
ONE_DAY = timedelta(days=1)


Link = Callable[[Event], str]


def calendar(name: str, events: Iterable[Event], at: datetime, link: Link | None = None) -> bytes:
    """The events as whole days. `at`: when it is made, UTC without a zone; `link`: the address of the page
    that tells of an event.
    """
    made = icalendar.Calendar()
    told = {"prodid": PRODUCT, "version": "2.0", "method": "PUBLISH", "x-wr-calname": name}
    for key, value in {**told, "x-wr-timezone": "Europe/London"}.items():
        made.add(key, value)
    for event in events:
        made.add_component(_entry(event, at, link))
    written: bytes = made.to_ical()
    return written


def _entry(event: Event, at: datetime, link: Link | None) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("uid", event.uid)
    entry.add("dtstamp", at.replace(tzinfo=UTC))
    # the moment at which it was made also tells which of two versions is the newer
    entry.add("sequence", int(at.replace(tzinfo=UTC).timestamp()) // 60)
    entry.add("dtstart", event.on)
    entry.add("dtend", event.on + ONE_DAY)
    entry.add("summary", event.title)
    entry.add("description", event.says)
    entry.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    entry.add("transp", "TRANSPARENT")  # a whole day on which people are free all the same
    if link:
        entry.add("url", link(event))
    return entry
