"""Print the rows of SPEED that exist, each as a ratio to its reference in the same run; never fails on a time.

python -m tests.bench [ROW…] [--sizes 10000,100000,1000000] [--quick]

Rows: start search table roster encrypted bill save backup ledger calls forms batch window. Large desks are made once and kept in ``build/bench``.
"""

from __future__ import annotations

import argparse
import importlib
import tempfile
from pathlib import Path

from tests.bench.harness import Workshop, shown, timed

ROWS = {
    "start": ("tests.bench.starting", "start", "a  start to usable window"),
    "search": ("tests.bench.lists", "search", "b  search as you type"),
    "table": ("tests.bench.lists", "table", "c  a list of many rows"),
    "roster": ("tests.bench.intake", "roster", "e  import of a roster"),
    "encrypted": ("tests.bench.encrypting", "encrypted", "–  an encrypted desk against a plain one"),
    "bill": ("tests.bench.bills", "bills", "e  import of an operator's bill"),
    "save": ("tests.bench.keeping", "save", "f  one save"),
    "backup": ("tests.bench.keeping", "backup", "h  verified backup"),
    "ledger": ("tests.bench.ledgers", "ledger", "g  the penalty ledger month by month"),
    "calls": ("tests.bench.calls", "calls", "b c g  telephone calls"),
    "window": ("tests.bench.windows", "waits", "j  waiting in the window"),
    "forms": ("tests.bench.papers", "forms", "i  receipts as one print job"),
    "batch": ("tests.bench.batches", "batches", "i  1,000 receipts as one batch"),
}
SIZES = "10000,100000,1000000"


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="*", choices=[*ROWS, []], default=[], metavar="ROW", help=" ".join(ROWS))
    parser.add_argument("--sizes", default=SIZES, help="rows of the generated desks")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and only the smallest size")
    asked = parser.parse_args()
    sizes = sorted(int(size) for size in asked.sizes.split(","))
    kept = Path(__file__).resolve().parents[2] / "build" / "bench"
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        shop = Workshop(Path(folder), kept, sizes[:1] if asked.quick else sizes, asked.quick)
        for name in asked.rows or ROWS:
            took = timed(lambda name=name: report(name, shop))
            print(f"   ({shown(took)})", flush=True)


def report(name: str, shop: Workshop) -> None:
    """Measure one row and print its lines as they come."""
    module, function, title = ROWS[name]
    print(f"\n{title}", flush=True)
    for line in getattr(importlib.import_module(module), function)(shop):
        print(line, flush=True)


if __name__ == "__main__":
    main()
