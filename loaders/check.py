"""The way of a file through the gate, step by step."""

from kinds.parser import Words
from loaders.checking import (
    Answers,
    Checked,
    Known,
    clarified,
    filed,
    judged,
    mended,
    named,
    ordered,
    understood,
    uploaded,
)
from loaders.reading import refuse_large
from loaders.recognising import recognised

NO_WORDS, NOTHING_KNOWN, NOT_ASKED = Words(), Known(), Answers()


def check(
    data: bytes,
    file_name: str,
    *,
    kind: str | None = None,
    words: Words = NO_WORDS,
    known: Known = NOTHING_KNOWN,
    answers: Answers = NOT_ASKED,
) -> Checked:
    """The good rows and the problems of a file, of the kind given or of the kind its headings show.

    Raises Unreadable, with a sentence for the reader, when the file has no table of a known kind: Unmapped
    where the reader may say what the headings mean, Undated where the order of its dates or the day of its
    meeting must be said, Unchosen where one of several sheets must be.
    """
    refuse_large(data)
    sheet = clarified(recognised(data, kind, known.sources, answers.sheet), words, known, answers)
    upload = uploaded(data, file_name, sheet)
    del data  # the largest thing there is, for a caller that keeps it no longer
    file = filed(mended(sheet, answers.mended), upload, answers)
    file = ordered(file, words, answers.order, known)
    file = named(file, known.names)
    file = understood(file, known.words)
    return judged(file, words, known.today)
