"""What the body has published, and when it was signed off."""

import polars as pl

from kinds.days import day, day_or_month
from kinds.fields import text
from kinds.kind import Derived, Field, Kind

KIND = Kind(
    name="publications",
    of="publication",
    fields=(
        Field("title", "Title", text(), names="anybody", required=True),
        Field("kind", "Kind", text(), names="nobody", also=("Type", "Publication type")),
        Field("theme", "Theme", text(), names="nobody"),
        Field("signed_off_on", "Signed off on", day, also=("Signed off",)),
        Field("published", "Published on", day_or_month, also=("Date published", "Publication date")),
        Field("link", "Link", text(), names="anybody", also=("URL", "Web address")),
    ),
    key=("title",),
    derived=(
        Derived(
            "published_on",
            "published",
            pl.Date(),
            "try_cast(if(length(published) = 7, published || '-01', published) as date)",
        ),
        Derived("month_only", "published", pl.Boolean(), "coalesce(length(published) = 7, false)"),
    ),
    readers="secretariat, board, partner",
)
