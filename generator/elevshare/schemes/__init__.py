"""The cities' schemes as data: one TOML file a scheme, every number with its source."""

from elevshare.schemes.load import find, load_all, read_scheme
from elevshare.schemes.model import Document, Scheme, ShareRule, Source, SubsidyRule, Weight

__all__ = [
    "Document",
    "Scheme",
    "ShareRule",
    "Source",
    "SubsidyRule",
    "Weight",
    "find",
    "load_all",
    "read_scheme",
]
