"""Make ready books by IronCalc under Node.js and compare their bytes: ``python generator/page/checks/books.py [NAME…]``."""

from __future__ import annotations

import sys

from bridging import NodeBridge

from elevshare.page.engine import IronCalcEngine
from elevshare.templates import ready_books
from elevshare.workbook.book import make_book
from elevshare.workbook.engine.native import NativeEngine
from elevshare.workbook.engine.opening import use_engine


def main(names: list[str]) -> int:
    """Print how many books are the same; 1 where one is not."""
    bridge, different = NodeBridge(), []
    books = {name: one for name, one in ready_books().items() if not names or name in names}
    for name, project in books.items():
        use_engine(lambda draft: IronCalcEngine(draft, bridge))
        made = make_book(project)
        use_engine(NativeEngine)
        if made != make_book(project):
            different.append(name)
    print(f"{len(books) - len(different)} of {len(books)} books are the same; not: {different}")
    bridge.close()
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
