"""What other people call a column, and how alike two headings are: suggestions. `Field.also` is sure."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from kinds.kind import Field, Kind
from kinds.names import folded

REMEMBERED = 10_000
OTHERS_WEIGH = 0.85
ALIKE = 0.878  # organisation and organizations, but not employer and employee
ANOTHER = 0.6  # of what it would be, where a heading says that it is of something else
OF_ANOTHER = re.compile(
    r"(?i)(?<![^\W_])(previous|former|job|parent|related|linked|number of|total)(?![^\W_])"
)
# By column, or by kind and column where the same word means something else in another kind.
OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "action": ("task", "item", "issue", "title", "task name", "action name", "description", "to do", "name",
               "action point", "what was agreed", "what needs doing", "job", "risk"),
    "amount_gbp": ("credit", "paid in", "money in", "value"),
    "as_at": ("reported on", "updated", "last updated", "last checked", "period end"),
    "attendance": ("status", "here", "came", "response"),
    "completed_on": ("closed", "date closed", "resolved", "end date", "finished"),
    "decision": ("title", "resolution", "outcome", "motion", "recommendation", "what was decided",
                 "decision taken", "decision made"),
    "due": ("deadline", "target date", "due by", "by when", "end date", "planned date", "next checkpoint",
            "finish"),
    "due_on": ("deadline", "target date", "by when", "end date"),
    "email": ("mail", "contact email", "e mail"),
    "evidence": ("source", "evidence url", "source url", "link"),
    "from_on": ("start", "term start", "appointed", "joined", "elected", "since"),
    "group_name": ("committee", "board", "body", "team", "committee name", "board group", "body name"),
    "joined_on": ("since", "member since", "start date", "date start", "joined date"),
    "kind": ("category", "type", "event type", "format"),
    "left_on": ("end date", "leaving date", "until"),
    "link": ("website", "download link", "link to download", "web page", "href"),
    "measure": ("indicator", "label", "kpi", "metric", "name", "how measured", "success measure",
                "measurable outcome"),
    "meeting_on": ("meeting", "session date", "day", "event date", "when", "start time"),
    "note": ("notes", "comments", "remarks", "what happened", "status reason", "reason"),
    "organisation": ("company", "agency", "member", "authority", "charity", "association name",
                     "official name", "display name", "company name", "client", "department", "dept",
                     "employer", "from"),
    "paid_on": ("date", "transaction date", "received", "value date"),
    "payments.organisation": ("description", "details", "payee", "payer", "sender", "counterparty",
                              "narrative", "company", "member", "client", "transaction description"),
    "period": ("quarter", "year", "month", "reporting period"),
    "person": ("owner", "assignee", "assigned to", "responsible", "lead", "attendee", "member", "name",
               "full name", "participant", "decider", "who", "user", "surname", "last name", "employee",
               "contact", "lead officer", "stakeholder", "trustee", "councillor", "staff", "by whom",
               "action by", "lead contact"),
    "pledge": ("promise description", "description", "title", "name", "statement", "promise text", "text",
               "goal", "objective", "kpi name", "our pledge", "offer", "commitment"),
    "pledge_reference": ("pledge", "pledge id", "promise id"),
    "progress_share": ("percent", "actual %", "percentage", "progress score", "score"),
    "rag": ("status", "rating", "traffic light", "health"),
    "raised_on": ("date", "created", "date created", "opened", "logged", "date added", "reported"),
    "reference": ("id", "no", "number", "key", "item", "action id", "action no", "task id", "item no",
                  "card no", "commitment no", "minute no"),
    "role": ("position", "title", "job title", "office"),
    "organisations.organisation": ("name", "charity name", "company", "agency", "authority", "member",
                                   "association name", "official name", "display name", "institution"),
    "sector": ("type of organisation", "organisation type", "classification", "category"),
    "seat": ("board seat", "ward", "constituency", "representing"),
    "start_on": ("begin", "from", "date made"),
    "status": ("state", "progress", "stage", "resolution status", "current status", "done", "closed",
               "list", "section", "state of play", "update"),
    "theme": ("topic", "area", "category", "goal", "priority area", "theme name", "sector"),
    "title": ("publication name", "document", "report", "document title"),
    "turnover_gbp": ("revenue", "income", "annual income"),
    "value": ("figure", "actual", "result", "score", "count"),
}  # fmt: skip
LITTLE = frozenset(("a", "and", "date", "day", "en", "has", "is", "it", "name", "names", "no", "number", "of",
                    "on", "our", "percent", "text", "the", "to", "we", "will"))  # fmt: skip


def called(heading: str, kind: Kind, field: Field) -> float:
    """How much a heading, or the likest of those between its slashes, is what a field of a kind is called,
    from 0 to 1."""
    return max(_called(each, kind, field) for each in (heading, *heading.split("/", 2)))


def _called(heading: str, kind: Kind, field: Field) -> float:
    other_words = OTHER_WORDS.get(f"{kind.name}.{field.column}", OTHER_WORDS.get(field.column, ()))
    others = max((alike(heading, name) for name in other_words), default=0)
    sure = max(alike(heading, name) for name in (field.heading, field.column, *field.also))
    found = max(
        sure, OTHERS_WEIGH * others
    )  # from OTHERS_WEIGH on the heading is just what a field is called
    return found * ANOTHER if found < OTHERS_WEIGH and OF_ANOTHER.search(heading) else found


@lru_cache(REMEMBERED)
def alike(one: str, other: str) -> float:
    """The share, by weight, of the words of two headings that both have, from 0 to 1."""
    first, second = _weights(one), _weights(other)
    both = [(word, same) for word in first for same in second if _same(word, same)]
    shared = sum(first[word] + second[same] for word, same in both)
    return min(shared / (sum(first.values()) + sum(second.values())), 1)


@lru_cache(REMEMBERED)
def _weights(heading: str) -> Mapping[str, float]:
    """Each word's weight: half for one that says little, double for the last, which says what a thing is."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading).replace("%", " percent ")
    spaced = re.sub(r"(?i)\bin[\s_]progress\b", "ongoing", spaced)  # a state, of which there is no share
    spaced = re.sub("[#№]", " no ", spaced)
    words = re.findall(r"[^\W_]+", folded(spaced)) or [""]
    weights = {word: 0.5 if word in LITTLE else 1.0 for word in words}
    last = next((word for word in reversed(words) if word not in LITTLE), words[-1])
    return weights | {last: 2 * weights[last]}


@lru_cache(REMEMBERED)
def _same(word: str, other: str) -> bool:
    """Plurals and spellings too: organisation and organizations."""
    if word == other or min(len(word), len(other)) <= 3:
        return word == other
    both = SequenceMatcher(None, word, other)
    return both.real_quick_ratio() > ALIKE and both.ratio() > ALIKE  # most differ too much in length alone
