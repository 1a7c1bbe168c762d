"""The schemes and the texts of the functions as JavaScript: what the rules in ``src`` work on.

The one truth are the schemes' TOML files and ``elevshare_addin.descriptions``; what is written
here is generated. Whole numbers become BigInts (``8n``): fen, 1/10,000, storeys.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from elevshare.schemes import Scheme, load_all
from elevshare.schemes.days import first_day
from elevshare_addin.catalogue import WORKS
from elevshare_addin.descriptions import FUNCTIONS, label

NOTE = "// 由 addin/wps/build.py 生成，请勿手改。\n"
_PARTS = ("share", "subsidy", "compensation", "consent", "fund", "upkeep", "lease", "rides")
#: What a function needs to know of a part besides its rule.
_TOLD = ("status", "article", "source")


def js(value: Any) -> str:
    """A value as JavaScript.

    >>> js({"amount": 800, "cap": None, "names": ["甲"], "whole": True})
    '{ amount: 800n, cap: null, names: ["甲"], whole: true }'
    """
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key}: {js(one)}' for key, one in value.items())} }}"
    if isinstance(value, Fraction):
        return js([value.numerator, value.denominator])
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(js, value))}]"
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value}n"
    return json.dumps(value, ensure_ascii=False)


def schemes() -> str:
    """The module ``schemes.js``."""
    body = "".join(f"  {{\n{_scheme(scheme)}  }},\n" for scheme in load_all())
    return f"{NOTE}/** 各方案：金额以分计，系数和比例以万分之一计。 */\nexport const SCHEMES = [\n{body}];\n"


def _scheme(scheme: Scheme) -> str:
    """One scheme, a line for each part."""
    lines = _said(scheme)
    lines["versions"] = [
        {"label": one.version, "from": _begins(one), **_said(one)}
        for one in (scheme.editions if scheme.versions else ())
    ]
    return "".join(f"    {key}: {js(value)},\n" for key, value in lines.items())


def _begins(scheme: Scheme) -> str:
    """The day from which on the versions of a scheme are in force; empty for the first ones."""
    days = [first_day(getattr(scheme, part).law.in_force) for part in scheme.versions]
    return max(days)


def _said(scheme: Scheme) -> dict[str, Any]:
    """What a scheme says in its chosen version."""
    document = scheme.document
    lines: dict[str, Any] = {key: getattr(scheme, key) for key in ("id", "city", "name", "status")}
    lines["formerly"] = scheme.formerly
    lines["document"] = {
        key: getattr(document, key) for key in ("title", "issuer", "number", "article", "source")
    }
    # The keys of sources are not all identifiers.
    titles = {json.dumps(one.key): one.title for one in scheme.sources}
    lines["sources"] = titles
    for part in _PARTS:
        if (rule := getattr(scheme, part)) is not None:
            told = {key: getattr(rule, key) for key in _TOLD if hasattr(rule, key)}
            lines[part] = {**_READ.get(part, _plain)(rule), **told}
    return lines


def _plain(rule: Any) -> dict[str, Any]:
    """A part of which only its source is told."""
    return {}


def _share(rule: Any) -> dict[str, Any]:
    weights = [{"value": one.value, "low": one.low, "high": one.high} for one in rule.weights]
    onward = rule.onward and {"storey": rule.onward.storey, "step": rule.onward.value}
    kept = {key: getattr(rule, key) for key in ("form", "within", "percent", "storeys")}
    return {**kept, "weights": weights, "onward": onward}


def _subsidy(rule: Any) -> dict[str, Any]:
    keys = ("rate", "cap", "reserved_shaft", "exclusive", "owners_minimum", "upkeep")
    tiers = [[tier.reach, tier.amount, tier.step] for tier in rule.rule.tiers]
    kept = {key: getattr(rule.rule, key) for key in keys}
    return {"computable": rule.computable, "tiers": tiers, **kept}


def _compensation(rule: Any) -> dict[str, Any]:
    keys = ("way", "second", "pool", "household_cap", "total_cap")
    return {key: getattr(rule.rule, key) for key in keys}


def _consent(rule: Any) -> dict[str, Any]:
    keys = ("approval", "quorum", "of_all", "strict", "by_area", "exclusive_part", "no_objection")
    return {key: getattr(rule.rule, key) for key in keys}


def _lease(rule: Any) -> dict[str, Any]:
    keys = ("storeys", "flats", "fees")
    tables = [{key: getattr(table, key) for key in keys} for table in rule.fee_tables]
    return {"charge": rule.charge, "tables": tables}


_READ = {
    "share": _share,
    "subsidy": _subsidy,
    "compensation": _compensation,
    "consent": _consent,
    "fund": lambda rule: {"unit": rule.unit},
    "upkeep": lambda rule: {"rule": rule.rule},
    "lease": _lease,
}


def texts() -> str:
    """The module ``texts.js``: names of arguments, as the messages and the functions have them."""
    every = dict.fromkeys(name for one in FUNCTIONS.values() for name in one.arguments)
    labels = {name: label(name).removesuffix(f"（{name}）") for name in every}
    arguments = {name: list(one.arguments) for name, one in FUNCTIONS.items()}
    return (
        f"{NOTE}/** 参数在提示里的叫法。 */\nexport const LABELS = {_rows(labels)};\n\n"
        f"/** 每个函数的参数，按顺序。 */\nexport const PARAMETERS = {_rows(arguments)};\n"
    )


def _rows(values: Mapping[str, Any]) -> str:
    """An object, a line for each of its keys."""
    return "{\n" + "".join(f"  {key}: {js(value)},\n" for key, value in values.items()) + "}"


def functions() -> str:
    """The module ``functions.js``: every function with the JSDoc that wpsjs reads."""
    head = f'{NOTE}import {{ called }} from "./catalogue.js";\n'
    return head + "".join(f"\n{_function(name)}" for name in FUNCTIONS)


def _function(name: str) -> str:
    """One function, as a WPS custom function."""
    names = ", ".join(FUNCTIONS[name].arguments)
    lines = [FUNCTIONS[name].description, "@customfunction"]
    for argument, said, optional in _arguments(name):
        written = f"[{argument}]" if optional else argument
        lines.append(f"@param {{any[][]}} {written} - {said}")
    lines.append("@returns {any}")
    doc = "".join(f" * {line}\n" for line in lines)
    return (
        f'/**\n{doc} */\nfunction {name}({names}) {{\n  return called("{name}", [{names}]);\n}}\n'
    )


def _arguments(name: str) -> list[tuple[str, str, bool]]:
    """Name, text and whether it may be left out, of every argument."""
    given = inspect.signature(WORKS[name]).parameters
    return [
        (argument, said, given[argument].default is not inspect.Parameter.empty)
        for argument, said in FUNCTIONS[name].arguments.items()
    ]


def functions_json() -> str:
    """The file ``functions.json``, as wpsjs makes it of ``functions.js``."""
    found = [
        {
            "name": name,
            "parameters": [
                {"name": argument, "description": said, "type": f"any[][]{'?' * optional}"}
                for argument, said, optional in _arguments(name)
            ],
            "description": one.description,
            "result": {"type": "any"},
        }
        for name, one in FUNCTIONS.items()
    ]
    return json.dumps({"functions": found}, ensure_ascii=False, indent=2) + "\n"
