"""VBA in the tests: what Excel's compiler would see of a module, and its grammar."""

import re

#: What is true where the add-in runs: Excel for Windows, 64 bits.
_WINDOWS = {"Mac": False, "VBA7": True, "Win64": True, 'App = "Microsoft Excel"': True}


def compiled(source, **other):
    """A module without the branches that do not count: conditions are worked out."""
    known, lines, open_ifs = {**_WINDOWS, **other}, [], []
    for line in source.splitlines():
        word = line.strip().partition("'")[0].strip()
        if found := re.fullmatch(r"#(?:Else)?If (Not )?(.+) Then", word):
            true = known.get(found[2], False)
            true = not true if found[1] else true
            if word.startswith("#If"):
                open_ifs.append([true, true])
            else:
                open_ifs[-1] = [true and not open_ifs[-1][1], true or open_ifs[-1][1]]
        elif word == "#Else":
            open_ifs[-1] = [not open_ifs[-1][1], True]
        elif word == "#End If":
            open_ifs.pop()
        elif not word.startswith("#Const") and all(counts for counts, _ in open_ifs):
            lines.append(line)
    assert not open_ifs
    return "\r\n".join(lines) + "\r\n"


def mistakes(source):
    """What the grammar of VBA has against a module: (line, column, message)."""
    from antlr4 import CommonTokenStream, InputStream
    from antlr4.error.ErrorListener import ErrorListener
    from antlr4_vba.vbaLexer import vbaLexer
    from antlr4_vba.vbaParser import vbaParser

    class Listener(ErrorListener):
        def __init__(self):
            self.found = []

        def syntaxError(self, recognizer, symbol, line, column, message, error):  # noqa: N802
            self.found.append((line, column, message))

    listener = Listener()
    lexer = vbaLexer(InputStream(source))
    parser = vbaParser(CommonTokenStream(lexer))
    for part in (lexer, parser):
        part.removeErrorListeners()
        part.addErrorListener(listener)
    parser.startRule()
    return listener.found
