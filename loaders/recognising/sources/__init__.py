"""The exports of other systems that are known. A new one is a declaration in its family's file."""

from loaders.recognising.source import Source
from loaders.recognising.sources import (
    attendance,
    banks,
    councils,
    forms,
    ledgers,
    meetings_online,
    people,
    registers,
    tasks,
    teams,
)

SOURCES: tuple[Source, ...] = (
    *teams.SOURCES,
    *meetings_online.SOURCES,
    *attendance.SOURCES,
    *councils.SOURCES,
    *tasks.SOURCES,
    *forms.SOURCES,
    *banks.SOURCES,
    *ledgers.SOURCES,
    *people.SOURCES,
    *registers.SOURCES,
)
