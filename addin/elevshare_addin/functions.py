"""The functions as Excel sees them, registered with xlwings: the module that Excel imports.

Every one takes blocks of cells (``ndim=2``), so that one cell, a row and a column arrive alike,
with error values as texts (``err_to_str``). A failure is answered with the name of an Excel
error, which the wrapper in VBA turns into the error itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import xlwings as xw

from elevshare_addin.blocks import Result
from elevshare_addin.catalogue import WORKS, answer
from elevshare_addin.descriptions import CATEGORY, FUNCTIONS


def _registered(name: str) -> Callable[..., Result]:
    """A function under its Excel name, with its texts for the function wizard."""

    @wraps(WORKS[name])
    def function(*cells: Any) -> Result:
        return answer(name, cells)

    function.__name__ = function.__qualname__ = name
    function.__module__ = __name__
    function.__doc__ = FUNCTIONS[name].description
    function.__annotations__ = {}  # xlwings would convert by them
    for argument, said in FUNCTIONS[name].arguments.items():
        function = xw.arg(argument, ndim=2, err_to_str=True, doc=said)(function)
    return xw.func(category=CATEGORY)(function)


ELEVSHARE = _registered("ELEVSHARE")
ELEVCOEF = _registered("ELEVCOEF")
ELEVRANGE = _registered("ELEVRANGE")
SUBSIDY = _registered("SUBSIDY")
ELEVNET = _registered("ELEVNET")
ELEVCOMP = _registered("ELEVCOMP")
ELEVLEASE = _registered("ELEVLEASE")
ELEVFUND = _registered("ELEVFUND")
ELEVINSTALMENT = _registered("ELEVINSTALMENT")
ELEVUPKEEP = _registered("ELEVUPKEEP")
ELEVLATE = _registered("ELEVLATE")
ELEVVOTE = _registered("ELEVVOTE")
RMBUPPER = _registered("RMBUPPER")
ELEVSOURCE = _registered("ELEVSOURCE")
ELEVCHECK = _registered("ELEVCHECK")
