"""How the secretariat chose to read what the terms of reference leave open."""

from kinds.days import day, past_day
from kinds.fields import text
from kinds.kind import Field, Kind

KIND = Kind(
    name="interpretations",
    of="chosen reading of a clause",
    fields=(
        Field("rule", "Rule", text(), names="nobody", required=True, also=("Rule number",)),
        Field("question", "Question", text(), names="nobody"),
        Field("reading", "Reading", text(), names="nobody", required=True, also=("Read as", "Choice")),
        # not “Reason”, which stands over the reasons in a file of refused rows
        Field("why", "Why", text(), names="anybody", required=True, also=("Grounds",)),
        Field("chosen_by", "Chosen by", text(), names="anybody", required=True),
        # a reading chosen later is how an earlier day is read now, too: that day does not hide it
        Field("chosen_on", "Chosen on", past_day, required=True, planned=True),
        Field("from_on", "From", day, planned=True, also=("Read so from",)),
    ),
    key=("rule", "question"),
    readers="secretariat, board, partner",
)
