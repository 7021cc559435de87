"""What a board's cold page costs beside how many bodies share its store.

Run `.venv/bin/python -m bench.cold_page 5 300`. Prints, for each number of bodies, the processor seconds to
read all facts of one body as its board sees them and to judge them, and the ratio to the first.
"""

import sys
import time
from datetime import date, datetime

import samples
from rules import Facts, judge, load_bodies
from rules.facts import RECORDS
from store import Reader, Store, catalogue, schema

TODAY, KEY, ROUNDS = date(2026, 11, 21), "kent_medway", 5


def main() -> None:
    first = 0.0
    for count in map(int, sys.argv[1:] or ("5", "300")):
        store = Store.open(None)
        samples.fill_if_empty(store, "illustrative", datetime(2026, 11, 20))
        multiply(store, count)
        seconds = min(cold(store) for _ in range(ROUNDS))
        first = first or seconds
        print(f"{count} bodies: {seconds:.3f} s of processor, {seconds / first:.2f} times the first")
        store.close()


def multiply(store: Store, count: int) -> None:
    """Further bodies with the rows of the one that is asked for, beside the five of the sample."""
    kinds = [name for name in catalogue.RAW if name not in ("ledger", "audit")]
    with store._writing() as cursor:
        for number in range(5, count):
            for kind in kinds:
                cursor.execute(
                    f"insert into raw.{kind} select * replace ('body ' || $number as body) from raw.{kind} "
                    "where body = $key",
                    {"number": number, "key": KEY},
                )
        schema.fill(cursor)


def cold(store: Store) -> float:
    """The processor seconds of what a page needs when nothing is kept from an earlier one."""
    bodies = load_bodies(samples.HOME.parent / "bodies")
    board = Reader("board", frozenset({"board"}), KEY)
    before = time.process_time()
    facts = Facts.of(store.read_all(board, RECORDS, KEY))
    judge(bodies[KEY], facts, TODAY)
    return time.process_time() - before


if __name__ == "__main__":
    main()
