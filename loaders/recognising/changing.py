"""Headings and cells that may change what a row means, in the words of other people's tables."""

import re
from collections.abc import Iterable, Mapping

from kinds.names import folded

# By kind, "" for every kind: what a heading says that changes a row.
PUT_OFF = r"extended|extension\b.*|rescheduled|postponed|deferred|closed|stopped|paused|on hold|done\??|ended"
HEADINGS: Mapping[str, str] = {
    "": r"cancell?ed|cancellation|withdrawn|withdrew|void(ed)?|delet(e|ed|ion)|superseded|duplicate"
    r"|do not use|no longer\b.*|inactive|archived|discontinued"
    r"|(revised|amended|corrected|new) (?!by|on|at|date|to)\w+.*",
    "actions": PUT_OFF,
    "pledges": PUT_OFF,
    "attendance": r"(sent |named )?(deputy|substitute|sub|proxy|alternate)\b.*|represent(ed by|ing)"
    r"|on behalf of|deputised by|in attendance|observ(er|ing)|guest|non[- ]?voting|apolog(y|ies)\b.*"
    r"|apols\b.*|regrets",
    "representatives": r".*\b(resign(ed|ation)|left|leav(er|ing|es)|retired|suspended|expir(es|ed|y)|ended"
    r"|ends|end (of|date)|finish(es|ed)?|last day|until|stood down|stepped down)\b.*"
    r"|active\??|current\??|still .*|in post\??",
    "organisations": r".*\b(resign(ed|ation)|left|leav(er|ing|es)|suspended|expir(es|ed|y)|ended|ends|lapsed"
    r"|end (of|date)|finish(es|ed)?|last day|until|terminated|dissolved)\b.*|active\??|current\??|still .*",
    "payments": r".*\b(refund(ed)?|return(ed)?|revers(ed|al)|bounced|waived|written off|credit note"
    r"|chargeback|unpaid|failed)\b.*",
    "meetings": r"(new|revised|rearranged) date|rescheduled\b.*|postponed\b.*|moved to|held\??"
    r"|took place\??|went ahead\??|quorate\??|inquorate",
    "decisions": r"rescinded\b.*|overturned\b.*|revers(ed|al)|deferred\b.*|vetoed|carried\??|passed\??"
    r"|failed",
}
# A cell that says so alone, or before a day or a reason.
ALONE = re.compile(
    r"left|returned|duplicate|do not use|ignore|(entered )?in error|not a member|apologies|substitute|deputy"
    r"|in attendance|observer|guest|proxy|no longer (a )?\w+|deleted|removed|unpaid"
)
BEFORE = re.compile(
    r"(cancell?ed|withdrawn|void(ed)?|superseded|postponed|rescheduled|resigned|stood down|stepped down"
    r"|refunded|reversed|bounced|waived|no longer)\b"
)
LONGEST = 40
NOT_SO = ("no", "n", "none", "n/a", "na", "-", "0", "false", "nil", "not applicable")
# A no says as much as a yes: it was not held, is no longer active.
EITHER = re.compile(
    r"(active|current|held|took place|went ahead|quorate|inquorate|in post|carried|passed|still .*)\??"
)


def may_change(kind: str, heading: str, cells: Iterable[str]) -> str:
    """The cell of a column that may change what its row means, by its heading or by itself; "" for none.

    `cells`: clean, without blanks.
    """
    name = folded(heading)
    is_told = any(re.fullmatch(HEADINGS[each], name) for each in ("", kind) if each in HEADINGS)
    is_either = bool(EITHER.fullmatch(name))
    says = (each for each in cells if _says(folded(each), is_told, is_either))
    return next(says, "")


def _says(cell: str, is_told: bool, is_either: bool) -> bool:
    if is_told:
        return is_either or cell not in NOT_SO
    is_short = len(cell) <= LONGEST
    return bool(ALONE.fullmatch(cell) or (is_short and BEFORE.match(cell)))
