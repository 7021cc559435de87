"""Who probably paid what a bank's statement shows."""

import re
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal

import polars as pl

import loaders
from intake.known import one_each
from kinds.names import folded, folded_expr
from rules import Body
from store import Reader, Store


def likely_payers(store: Store, reader: Reader, body: Body, checked: loaders.Checked) -> dict[str, str]:
    """Payer as a bank writes it → the organisation it probably is, for the secretariat to confirm.

    A reference that the organisation has paid under before tells most; then its name within the payer's;
    then a name that is somewhat alike, where the amount is one that the body has been paid before.
    """
    marts = store.read_all(reader, ("organisations", "payments"), body.key)
    payments = marts["payments"]
    references = one_each(payments.select(folded_expr(pl.col("reference")), "organisation").drop_nulls())
    amounts = set(payments["amount_gbp"])
    names = marts["organisations"]["organisation"].unique().to_list()
    payers = {}
    for row in checked.unplaced.iter_rows(named=True):
        if found := _paid_before(row, references) or _named(row, names, amounts):
            payers[row["written"]] = found[0]
    return payers


def _paid_before(row: Mapping[str, str], references: Mapping[str, str]) -> list[str]:
    told = folded(f"{row['written']} {row['rest']}")
    return [means for reference, means in references.items() if reference in told]


def _named(row: Mapping[str, str], names: Sequence[str], amounts: Set[Decimal]) -> list[str]:
    """The organisations whose name stands in the payer's; if there are none, those of names alike."""
    if contained := [name for name in names if loaders.contained(name, row["written"])]:
        return contained
    numbers = re.findall(r"\b\d{1,6}(?:\.\d\d)?\b", row["rest"].replace(",", ""))
    near = loaders.SOMEWHAT if amounts & set(map(Decimal, numbers)) else loaders.PRESELECTED
    return [name for name, likeness in loaders.likely(row["written"], names) if likeness >= near]
