"""Answer calls as the process that Excel starts does: through xlwings' own ``CallUDF``.

Reads pickled (function, arguments) from standard input, writes pickled results. An argument is
``("range", rows)``, ``("missing",)`` or ``("value", scalar)``.
"""

import pickle
import sys
from pathlib import Path

MODULE = "elevshare_addin.functions"


def start():
    """xlwings as it is on Windows, with the functions imported; the COM server's object."""
    sys.path.insert(0, str(Path(__file__).parent))
    import pywin32

    pywin32.install()
    import xlwings
    from xlwings import _xlwindows, udfs

    xlwings.engines.add(xlwings.Engine(impl=_xlwindows.engine))
    xlwings.engines.active = xlwings.engines["excel"]
    xlwings.func, xlwings.arg, xlwings.ret = udfs.xlfunc, udfs.xlarg, udfs.xlret
    from xlwings.com_server import XLPython

    return XLPython()


def handed_over(argument):
    """An argument as it arrives from VBA."""
    import pywin32

    kind, *content = argument
    if kind == "range":
        return pywin32.FakeRange(*content)
    return pywin32.MISSING if kind == "missing" else content[0]


def wrapper():
    """The VBA that xlwings writes for the functions."""
    import io
    import types
    from importlib import import_module

    from xlwings import udfs

    file = io.StringIO()
    book = types.SimpleNamespace(Name="x.xlam")
    udfs.generate_vba_wrapper(MODULE, import_module(MODULE), file, book)
    return file.getvalue()


def main():
    server, out = start(), sys.stdout.buffer
    sys.stdout = sys.stderr
    while True:
        try:
            name, arguments = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        try:
            if name == "wrapper":
                result = wrapper()
            elif name == "loaded":
                result = sorted(sys.modules)
            else:
                given = tuple(map(handed_over, arguments))
                result = server.CallUDF(MODULE, name, given, None, None)
        except Exception as error:  # whatever it is, it goes to the test
            result = error
        pickle.dump(result, out)
        out.flush()


if __name__ == "__main__":
    main()
