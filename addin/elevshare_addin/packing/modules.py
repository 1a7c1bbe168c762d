"""The VBA modules of the add-in: xlwings' own, changed where ours must differ."""

from __future__ import annotations

import re

from elevshare import __version__

#: The name of the add-in for xlwings: where its configuration lies.
PROJECT = "elevshare"
#: The functions whose failure is told in words: whoever calls them wants to read why.
TELLING = ("ELEVCHECK",)

#: A cell can hold a true error value only if VBA makes it: texts of errors become errors.
CELLS = r"""Option Private Module
#Const App = "Microsoft Excel"
' What comes back from Python, as Excel is to see it; made by elevshare-addin build.

Public Const ELEVSHARE_VERSION As String = "{version}"

Function ElevAnswer(ByVal given As Variant) As Variant
    Dim r As Long, c As Long
    If Not IsArray(given) Then
        ElevAnswer = ElevCell(given)
        Exit Function
    End If
    If ElevDimensions(given) = 1 Then
        For c = LBound(given) To UBound(given)
            given(c) = ElevCell(given(c))
        Next c
    Else
        For r = LBound(given, 1) To UBound(given, 1)
            For c = LBound(given, 2) To UBound(given, 2)
                given(r, c) = ElevCell(given(r, c))
            Next c
        Next r
    End If
    ElevAnswer = given
End Function

Function ElevFailure(ByVal why As String) As Variant
    ElevFailure = ChrW(&H52A0) & ChrW(&H8F7D) & ChrW(&H9879) & ChrW(&H51FA) & ChrW(&H9519) & ChrW(&HFF1A) & why
End Function

Private Function ElevCell(ByVal one As Variant) As Variant
    ElevCell = one
    If VarType(one) <> vbString Then Exit Function
    Select Case one
        Case "#VALUE!"
            ElevCell = CVErr(xlErrValue)
        Case "#N/A"
            ElevCell = CVErr(xlErrNA)
        Case "#NUM!"
            ElevCell = CVErr(xlErrNum)
    End Select
End Function

Private Function ElevDimensions(ByRef table As Variant) As Long
    Dim last As Long
    ElevDimensions = 1
    On Error GoTo done
    last = UBound(table, 2)
    ElevDimensions = 2
done:
End Function
""".replace("{version}", __version__)

#: Excel is not ready for descriptions while it opens the add-in: they wait their turn.
OPENING = """
Private Sub Workbook_Open()
    Application.OnTime Now, "'" & ThisWorkbook.Name & "'!ElevDescribe"
End Sub
"""

_FUNCTIONS_HEAD = """#Const App = "Microsoft Excel"
' Written by xlwings, changed by elevshare-addin build.
"""


def functions_module(wrapper: str) -> str:
    """The wrapper that xlwings writes, with true error values.

    Python is always asked on behalf of the add-in, whatever book is active. What fails outside
    of Python (a missing DLL) is an error value as well: a text would pass for 0 in a sum.

    Raises:
        ValueError: the wrapper is not as this version of xlwings writes it.
    """
    text, calls = re.subn(r"XLPy\.CallUDF\(.*\)$", r"ElevAnswer(\g<0>)", wrapper, flags=re.M)
    text, failures = re.subn(r"^    (\w+) = Err\.Description$", _failing, text, flags=re.M)
    heads = len(re.findall(r"^Function ", wrapper, re.M))
    if not heads or calls != 2 * heads or failures != heads:
        raise ValueError(f"{heads} functions, {calls} calls, {failures} failures")
    return _FUNCTIONS_HEAD + text.replace("ActiveWorkbook", "ThisWorkbook")


def _failing(match: re.Match[str]) -> str:
    """What a function answers when it could not reach Python."""
    name = match[1]
    answer = "ElevFailure(Err.Description)" if name in TELLING else "CVErr(xlErrValue)"
    return f"    {name} = {answer}"


def xlwings_module(source: str) -> str:
    """xlwings' module under our project's name, asking nothing of the active book.

    As xlwings ships it, each active book gets a Python process of its own, and a mailed book
    could name the program to start, in a sheet of its own or a file beside it. The module is
    made private, so that its functions stay out of the function wizard.

    Raises:
        ValueError: the module is not as this version of xlwings ships it.
    """
    text = source.replace("\r\n", "\n")
    attribute, head, rest = text.partition("\n")
    text = f"{attribute}\nOption Private Module{head}{rest}"
    text, named = re.subn(r'(PROJECT_NAME As String = )"\w+"', rf'\1"{PROJECT}"', text)
    if named != 1 or not attribute.startswith("Attribute "):
        raise ValueError("no project name")
    for name in ("XLPyCommand", "GetDirectoryConfigFilePath", "GetConfig"):
        text, found = re.subn(
            rf"^Function {name}\(.*?^End Function$", _of_the_add_in, text, flags=re.M | re.S
        )
        if found != 1:
            raise ValueError(f"no {name}")
    return text


def _of_the_add_in(match: re.Match[str]) -> str:
    """A function that reads the add-in instead of the active book."""
    if "ActiveWorkbook" not in match[0]:
        raise ValueError(f"{match[0][:40]} asks nothing of the active book")
    return match[0].replace("ActiveWorkbook", "ThisWorkbook")
