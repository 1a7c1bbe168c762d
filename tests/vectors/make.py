"""Make the vectors: for every function of the add-in, calls with their results or errors.

Run:  python tests/vectors/make.py        (writes NAME.json beside this file)

The published worked results of tests/examples are among the calls: see published.py.

A file is ``{"function": NAME, "cases": [{"args": […], "result": …}, …]}``. An argument is a
scalar or rows of cells; one that is missing, and an empty cell, is ``null``; missing ones at the
end are left out. Amounts are in yuan. A case that fails has ``"result": null``, the ``error``
that Excel shows and, in Chinese, ``why``. Whoever implements the functions again (in JavaScript,
say) can be held against them.
"""

import json
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path.append(str(FOLDER.parent))  # the published examples

from published import calls  # noqa: E402
from vector_cases import CASES  # noqa: E402

from elevshare_addin.catalogue import run  # noqa: E402
from elevshare_addin.refusal import RefusalError  # noqa: E402


def trimmed(args):
    """Arguments without the missing ones at the end."""
    found = list(args)
    while found and found[-1] is None:
        found.pop()
    return found


def case(name, args):
    """One case as it is written down."""
    given = trimmed(args)
    try:
        return {"args": given, "result": run(name, given)}
    except RefusalError as refusal:
        return {"args": given, "result": None, "error": refusal.code, "why": str(refusal)}


def text(name):
    """A whole file, one case a line."""
    every = [*CASES[name](), *calls().get(name, [])]
    lines = [json.dumps(case(name, args), ensure_ascii=False) for args in every]
    body = ",\n".join(lines)
    return f'{{"function": "{name}", "cases": [\n{body}\n]}}\n'


if __name__ == "__main__":
    for function in CASES:
        (FOLDER / f"{function}.json").write_text(text(function), encoding="utf-8")
