"""Letters that verdicts ask for, drafted: to whom, what, and by which clause. Nothing is ever sent."""

from ui import blocks, drafted, session

view = session.view()
blocks.page_head(
    "Letters",
    "Drafted from the verdicts and addressed from the roster. Nothing is sent: open a draft in your mail "
    "program, or copy its text.",
    view, "attendance", "payments", "pledge_progress", "responses",
)  # fmt: skip

drafts = drafted.drafts(view)
if not drafts:
    drafted.nothing(view)
for kind in dict.fromkeys(letter.kind for letter in drafts):
    drafted.of_a_kind(view, kind, [letter for letter in drafts if letter.kind == kind])
