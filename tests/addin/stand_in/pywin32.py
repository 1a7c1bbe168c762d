"""As much of pywin32 as xlwings' own Windows modules touch, so that they run anywhere.

``install`` puts it into ``sys.modules``; call it before xlwings is imported, in a process of
its own. Nothing of xlwings is replaced: conversion, ``CallUDF`` and the VBA writer are its own.
"""

import ctypes
import datetime
import sys
import types
from unittest.mock import MagicMock

RANGE = "{00020846-0000-0000-C000-000000000046}"
MISSING = -2147352572


class Dispatch:
    """A COM object; of those, the functions meet ranges only."""

    def __init__(self, obj=None, **_):
        self._oleobj_ = obj


class FakeRange:
    """A range of cells: ``Value`` is a scalar for one cell, else a tuple of rows."""

    Worksheet = MagicMock()
    Row = Column = 1

    def __init__(self, rows):
        self._rows = tuple(tuple(row) for row in rows)
        self._oleobj_ = self
        self.Rows = types.SimpleNamespace(Count=len(self._rows))
        self.Columns = types.SimpleNamespace(Count=len(self._rows[0]))

    def GetTypeInfo(self):  # noqa: N802
        return self

    def GetTypeAttr(self):  # noqa: N802
        return types.SimpleNamespace(iid=RANGE)

    @property
    def Value(self):  # noqa: N802
        single = len(self._rows) == len(self._rows[0]) == 1
        return self._rows[0][0] if single else self._rows


def _module(name, **content):
    module = types.ModuleType(name)
    module.__dict__.update(content)
    sys.modules[name] = module
    return module


def install():
    """Put the stand-in where the imports of xlwings look."""
    _module(
        "pywintypes",
        IID=str,
        com_error=type("com_error", (Exception,), {}),
        error=type("error", (Exception,), {}),
        TimeType=type("TimeType", (datetime.datetime,), {}),
    )
    for name in ("win32api", "win32con", "win32gui", "win32process", "win32event"):
        sys.modules[name] = MagicMock()
    _module("win32timezone", TimeZoneInfo=types.SimpleNamespace(utc=lambda: datetime.UTC))
    com = MagicMock(
        TypeIIDs={"IDispatch": type("PyIDispatch", (), {})},
        IID_IDispatch="IDispatch",
        __file__=None,
    )
    sys.modules["pythoncom"] = com
    _win32com()
    ctypes.windll, ctypes.oledll, ctypes.PyDLL = MagicMock(), MagicMock(), MagicMock()


def _win32com():
    def unwrap(_):
        raise TypeError("not one of ours")

    names = ("CDispatch", "CoClassBaseClass", "DispatchBaseClass")
    client = _module("win32com.client", Dispatch=Dispatch, DispatchEx=Dispatch)
    for name in names:
        setattr(client, name, type(name, (), {}))
    util = _module("win32com.server.util", unwrap=unwrap, wrap=lambda obj, *_, **__: obj)
    policy = _module("win32com.server.policy", DefaultPolicy=object)
    dispatcher = _module("win32com.server.dispatcher")
    server = _module("win32com.server", util=util, policy=policy, dispatcher=dispatcher)
    _module("win32com", client=client, server=server)
