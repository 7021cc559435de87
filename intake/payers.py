"""Who probably paid what a bank's statement shows."""

import re
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
    references = one_each(
        marts["payments"].select(folded_expr(pl.col("reference")), "organisation").drop_nulls()
    )
    amounts = set(marts["payments"]["amount_gbp"])
    names = marts["organisations"]["organisation"].unique().to_list()
    payers = {}
    for row in checked.unplaced.iter_rows(named=True):
        told = folded(f"{row['written']} {row['rest']}")
        by_reference = [means for reference, means in references.items() if reference in told]
        paid = {
            Decimal(number) for number in re.findall(r"\b\d{1,6}(?:\.\d\d)?\b", row["rest"].replace(",", ""))
        }
        near = loaders.SOMEWHAT if paid & amounts else loaders.PRESELECTED
        alike = [name for name, likeness in loaders.likely(row["written"], names) if likeness >= near]
        contained = [name for name in names if loaders.contained(name, row["written"])]
        if found := by_reference or contained or alike:
            payers[row["written"]] = found[0]
    return payers
