"""What the secretariat has said of names and headings, so that the next file needs no asking."""

from kinds.fields import choice, text
from kinds.kind import Field, Kind

OF = choice(
    {
        "organisation": ("organisation name", "partner"),
        "person": ("name", "attendee", "guest", "room"),
        "e-mail domain": ("email domain", "domain"),
        "payee": ("payer", "bank reference"),
        "heading": ("column",),
        "word": ("value", "status"),
    }
)

KIND = Kind(
    name="aliases",
    of="name, heading or word whose meaning the secretariat has confirmed",
    fields=(
        Field("of", "Of", OF, required=True),
        Field("source", "Source", text(), names="nobody"),
        Field("written", "Written", text(), names="anybody", required=True, also=("Alias", "As written")),
        Field("means", "Means", text(), names="anybody", also=("Meaning",)),
    ),
    key=("of", "source", "written"),
    readers="secretariat",
)
