"""What the body has published, and when it was signed off."""

from kinds.days import day, day_or_month
from kinds.fields import text
from kinds.kind import Field, Kind

KIND = Kind(
    name="publications",
    fields=(
        Field("title", "Title", text(), required=True),
        Field("kind", "Kind", text(), also=("Type", "Publication type")),
        Field("theme", "Theme", text()),
        Field("signed_off_on", "Signed off on", day, also=("Signed off",)),
        Field("published", "Published on", day_or_month, also=("Date published", "Publication date")),
        Field("link", "Link", text(), also=("URL", "Web address")),
    ),
    key=("title",),
)
