"""The texts of the function wizard as VBA: Chinese in plain ASCII, put together with ``ChrW``."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap

from elevshare_addin.descriptions import CATEGORY, FUNCTIONS, Function

#: VBA takes lines of up to 1,023 characters; a literal is cut well before.
_LITERAL = 800

#: Excel refuses descriptions for a book without a window while no other book is open, so the
#: add-in shows itself for that moment; afterwards it must not ask whether to save it.
_FIXED = r"""#Const App = "Microsoft Excel"
' Descriptions for the function wizard; made by elevshare-addin build.

Sub ElevDescribe()
    Dim alone As Boolean
    On Error Resume Next
    alone = (ActiveWorkbook Is Nothing)
    If alone Then ThisWorkbook.IsAddin = False
{calls}
    If alone Then ThisWorkbook.IsAddin = True
    ThisWorkbook.Saved = True
End Sub

Private Sub ElevTell(ByVal title As String, ByVal says As String, ByVal about As Variant)
    Dim n As Long
    For n = LBound(about) To UBound(about)
        about(n) = ElevText(about(n))
    Next n
    Application.MacroOptions Macro:="'" & ThisWorkbook.Name & "'!" & title, _
        Description:=ElevText(says), Category:=ElevText("{category}"), _
        ArgumentDescriptions:=about
End Sub

Private Function ElevText(ByVal coded As String) As String
    Dim place As Long
    place = 1
    Do While place <= Len(coded)
        If Mid$(coded, place, 1) = "\" Then
            ElevText = ElevText & ChrW(CLng("&H" & Mid$(coded, place + 1, 4)))
            place = place + 5
        Else
            ElevText = ElevText & Mid$(coded, place, 1)
            place = place + 1
        End If
    Loop
End Function
"""


def texts_module(functions: Mapping[str, Function] = FUNCTIONS) -> str:
    """The VBA module that describes the functions, one procedure each."""
    calls = "\n".join(f"    ElevTell{name}" for name in functions)
    fixed = _FIXED.replace("{calls}", calls).replace("{category}", coded(CATEGORY))
    return fixed + "".join(_procedure(name, function) for name, function in functions.items())


def coded(text: str) -> str:
    r"""A text in ASCII: what is not, and the mark itself, as ``\`` and four hex digits.

    >>> coded("楼层 a")
    '\\697C\\5C42 a'
    """
    units = text.encode("utf-16-be")
    codes = (int.from_bytes(units[at : at + 2]) for at in range(0, len(units), 2))
    return "".join(chr(c) if 32 <= c < 127 and c != 92 else f"\\{c:04X}" for c in codes)


def _literal(text: str) -> str:
    """A coded text as VBA literals, none of them too long for a line."""
    pieces = wrap(coded(text), _LITERAL, drop_whitespace=False, break_on_hyphens=False) or [""]
    return " & _\n        ".join('"' + piece.replace('"', '""') + '"' for piece in pieces)


def _procedure(name: str, function: Function) -> str:
    """A procedure that tells Excel one function's texts."""
    about = ", _\n        ".join(map(_literal, function.arguments.values()))
    return (
        f"\nPrivate Sub ElevTell{name}()\n"
        f'    ElevTell "{name}", {_literal(function.description)}, Array( _\n'
        f"        {about})\nEnd Sub\n"
    )
