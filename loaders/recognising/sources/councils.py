"""What council systems export."""

from loaders.recognising.source import Source, as_it_is

SOURCES = (
    Source(
        name="modern.gov attendance summary",
        kind="attendance",
        columns={
            "person": ("Councillor", "Name"),
            "expected": ("Expected",),
            "present": ("Present", "Present, as expected"),
            "virtual": ("Present virtual", "Present, virtual"),
            "substitute": ("Present as substitute", "Present, as substitute"),
            "visiting": ("In attendance",),
            "absent": ("Absent", "Absent / Apologies", "Absent (incl. apologies)"),
            "apologies": ("Apologies", "Apologies received"),
        },
        needs=("person", "expected", "present"),
        shape=as_it_is,
        refused=(
            "The file is an attendance summary from modern.gov: it has totals for each councillor and no "
            "dates of meetings. Enter who came to each meeting in the attendance template, from the "
            "attendance shown on each meeting's own page, and upload that."
        ),
        seen=True,
    ),
)
