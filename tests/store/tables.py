"""Text tables a chair could read, made into the frames that the loaders hand to the store."""

from datetime import datetime
from hashlib import sha256

import polars as pl

from store import Reader, UploadNote

SECRETARIAT = Reader("secretariat@example.org", frozenset({"secretariat"}))
COLLEAGUE = Reader("colleague@example.org", frozenset({"secretariat"}))
LOADED_AT = datetime(2026, 11, 20, 10, 15)

# kind: its key, then its other columns
COLUMNS = {
    "organisations": (
        "organisation",
        "also_known_as sector membership joined_on left_on turnover_gbp charity_number signed_terms",
    ),
    "representatives": (
        "group_name seat organisation person",
        "email role primary_contact deputy_for from_on to_on status",
    ),
    "meetings": ("group_name meeting_on", "kind papers_sent_on minutes_sent_on chaired_by"),
    "attendance": ("group_name meeting_on organisation person", "attendance substituting_for"),
    "actions": (
        "reference",
        "raised_on group_name action organisation person due status completed_on shared_with_board_on",
    ),
    "pledges": ("reference", "organisation theme pledge measure baseline target start_on due_on"),
    "pledge_progress": (
        "pledge_reference as_at",
        "progress_share rag value young_people_reached note evidence",
    ),
    "decisions": (
        "reference",
        "group_name meeting_on decision kind method votes_for votes_against votes_abstained "
        "consent_needed_from consent_given_by ratified_on",
    ),
    "payments": ("organisation financial_year paid_on reference", "amount_gbp"),
    "groups": (
        "group_name",
        "kind lead_organisation agreed_on reviewed_on last_report_on ends_on ended_on",
    ),
    "duties": ("duty period", "done_on note document"),
    "publications": ("title", "kind theme signed_off_on published link"),
    "outcomes": ("measure cohort period", "numerator denominator value comparator"),
    "aliases": ("of source written", "means"),
    "responses": (
        "organisation about reference as_at",
        "figure response note progress_share rag value young_people_reached said_on "
        "answer answered_on answer_note",
    ),
}
WHOLE = ("votes_for", "votes_against", "votes_abstained", "young_people_reached", "numerator", "denominator")


def columns(kind: str) -> list[str]:
    """Every column of the kind, as the contract between loaders and store names them."""
    return " ".join(COLUMNS[kind]).split()


def table(kind: str, text: str) -> pl.DataFrame:
    """The rows of a text table with | between cells and the columns' names on top; an empty cell is null."""
    head, *body = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    rows = pl.DataFrame(body, schema=dict.fromkeys(head, pl.String), orient="row")
    rows = rows.with_columns(pl.col(pl.String).replace("", None))
    given = [_typed(name) if name in head else _empty(name) for name in columns(kind)]
    key = pl.concat_str(pl.col(COLUMNS[kind][0].split()).cast(pl.String).fill_null(""), separator=" | ")
    return rows.select(pl.int_range(2, len(rows) + 2).alias("line"), *given).with_columns(
        row_key=key.str.to_lowercase().str.replace_all("[‘’]", "'")
    )


def note(file_name: str, at: datetime = LOADED_AT, **fields: object) -> UploadNote:
    """The note of an upload whose contents are as unique as its name."""
    known = {"count_refused": 0, "mapping": {}}
    return UploadNote(file_name, sha256(file_name.encode()).hexdigest(), at=at, **(known | fields))


def _typed(name: str) -> pl.Expr:
    text = pl.col(name)
    if _dtype(name) == pl.Date:
        return text.str.to_date()
    return text == "yes" if _dtype(name) == pl.Boolean else text.cast(_dtype(name))


def _empty(name: str) -> pl.Expr:
    return pl.lit(None, dtype=_dtype(name)).alias(name)


def _dtype(name: str) -> pl.DataType:
    if name.endswith("_on") or name == "as_at":
        return pl.Date()
    if name.endswith("_gbp"):
        return pl.Decimal(14, 2)
    if name in ("signed_terms", "primary_contact"):
        return pl.Boolean()
    if name in ("value", "baseline", "target", "comparator") or name.endswith("_share"):
        return pl.Float64()
    return pl.Int64() if name in WHOLE else pl.String()
