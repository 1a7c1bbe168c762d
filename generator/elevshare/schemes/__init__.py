"""The cities' schemes as data: one TOML file for each, every number with its source.

Names are imported when first used: importing the parts of a scheme takes longer than printing the
list of schemes, which does not need them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from elevshare.schemes.combine import PARTS, with_part
    from elevshare.schemes.load import find, load_all, read_scheme, stating
    from elevshare.schemes.model import Document, Family, Scheme, SchemeSource
    from elevshare.schemes.parts.share import WHOLE_PERCENT, ShareRule, Weight
    from elevshare.schemes.parts.subsidy import SubsidyRule

_NAMES = {
    "combine": ("PARTS", "with_part"),
    "load": ("find", "load_all", "read_scheme", "stating"),
    "model": ("Document", "Family", "Scheme", "SchemeSource"),
    "parts.share": ("WHOLE_PERCENT", "ShareRule", "Weight"),
    "parts.subsidy": ("SubsidyRule",),
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names}

__all__ = [
    "PARTS",
    "WHOLE_PERCENT",
    "Document",
    "Family",
    "Scheme",
    "SchemeSource",
    "ShareRule",
    "SubsidyRule",
    "Weight",
    "find",
    "load_all",
    "read_scheme",
    "stating",
    "with_part",
]


def __getattr__(name: str) -> Any:
    """Import a public name from its module."""
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
