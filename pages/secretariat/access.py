"""Who can see what, and why: every role with the seat, file and line that gives it, and who is configured."""

import polars as pl
import streamlit as st

from rules.words import number
from ui import blocks, session, signin

MEANS = {
    "secretariat": "Reads and writes everything of this body",
    "board": "Reads the board pages",
    "partner": "Reads what concerns its own organisation",
}

view = session.view()
blocks.page_head(
    "Access",
    "Who can see what, and why. A role comes from a filled seat in the file of representatives and ends with "
    "it: to give or take one, upload that file with the seat changed.",
    view,
    "representatives",
)

WHO = pl.concat_str("person", "email", separator=", ", ignore_nulls=True).alias("who")
SOURCE = pl.format("{}, line {}", "file", "line").alias("source")

today = session.today()
seats = view.read("access").filter(
    pl.col("from_on").fill_null(today) <= today, pl.col("to_on").fill_null(today) >= today
)
lets_in = pl.col("email").is_not_null() & pl.col("role").is_not_null()

for role, means in MEANS.items():
    people = seats.filter(lets_in, role=role).sort("organisation", "email", "because")
    count = number(people["email"].n_unique(), "person", "people")
    st.header(f"{role.capitalize()}: {count}", anchor=False)
    st.markdown(f"{means}.")
    if people.height:
        shown = people.select(WHO, "organisation", "because", "from_on", "to_on", SOURCE)
        blocks.table(shown, f"Everybody with the role {role}")

st.header("By the configuration", anchor=False)
listed = [
    {"email": email, "role": role} for role, emails in signin.listed().items() for email in sorted(emails)
]
if listed:
    st.markdown("These addresses have a role in every body until they are taken out of secrets.toml.")
    blocks.table(pl.DataFrame(listed), "Everybody with a role by the configuration")
else:
    st.markdown("Nobody: every role comes from a seat.")

others = seats.filter(~lets_in).sort("organisation", "person")
if others.height:
    st.header("Seats that let nobody in", anchor=False)
    st.markdown(
        "Nobody can sign in without an e-mail address; a member without an organisation would see nothing."
    )
    blocks.table(others.select(WHO, "organisation", "because", SOURCE), "Seats that let nobody in")
