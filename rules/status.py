"""The one vocabulary of verdicts."""

from enum import StrEnum


class Status(StrEnum):
    """The one vocabulary of verdicts, the most urgent first; only `met` is ever shown as success."""

    PROVISIONAL = "provisional"
    OVERDUE = "overdue"
    NOT_MET = "not met"
    DUE = "due"
    UNKNOWN = "unknown"
    SILENT = "silent"
    NOT_APPLICABLE = "not applicable"
    MET = "met"
