"""Headings and cells that may change what a row means, in the words of other people's tables."""

import re
from collections.abc import Mapping

import polars as pl

from kinds.names import folded, folded_expr

# By kind, "" for every kind: what a heading says that changes a row.
PUT_OFF = r"extended|extension\b.*|rescheduled|postponed|deferred|closed|stopped|paused|on hold|done\??|ended"
HEADINGS: Mapping[str, str] = {
    "": r"cancell?ed|cancellation|withdrawn|withdrew|void(ed)?|delet(e|ed|ion)|superseded( by)?"
    r"|replaced by|duplicate( of)?|do not use|no longer\b.*|inactive|archived|discontinued"
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
SAYS = (
    r"^(?:(?:left|returned|duplicate|do not use|ignore|(?:entered )?in error|not a member|apologies"
    r"|substitute|deputy|in attendance|observer|guest|proxy|no longer (?:a )?\w+|deleted|removed|unpaid)$"
    r"|(?:cancell?ed|withdrawn|void(?:ed)?|superseded|postponed|rescheduled|resigned|stood down|stepped down"
    r"|refunded|reversed|bounced|waived|no longer)\b)"
)
LONGEST = 40
NOT_SO = ("no", "n", "none", "n/a", "na", "-", "0", "false", "nil", "not applicable")
# A no says as much as a yes: it was not held, is no longer active.
EITHER = re.compile(
    r"(active|current|held|took place|went ahead|quorate|inquorate|in post|carried|passed|still .*)\??"
)


def may_change(kind: str, heading: str, cells: pl.Series) -> str:
    """The cell of a column that may change what its row means, by its heading or by itself; "" for none.

    `cells`: clean text, without blanks.
    """
    name, small = folded(heading), cells.to_frame("cell").select(folded_expr(pl.col("cell"))).to_series()
    is_told = any(re.fullmatch(HEADINGS[each], name) for each in ("", kind) if each in HEADINGS)
    if is_told and EITHER.fullmatch(name):
        return str(cells[0])
    is_short = cells.str.len_chars() <= LONGEST
    says = ~small.is_in(NOT_SO) if is_told else is_short & small.str.contains(SAYS)
    return next(iter(cells.filter(says)), "")
