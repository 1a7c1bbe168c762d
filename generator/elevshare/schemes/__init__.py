"""The cities' schemes as data: one TOML file a scheme, every number with its source."""

from elevshare.schemes.combine import PARTS, with_part
from elevshare.schemes.load import find, load_all, read_scheme
from elevshare.schemes.model import Document, Family, Scheme, Source
from elevshare.schemes.parts.share import WHOLE_PERCENT, ShareRule, Weight
from elevshare.schemes.parts.subsidy import SubsidyRule

__all__ = [
    "PARTS",
    "WHOLE_PERCENT",
    "Document",
    "Family",
    "Scheme",
    "ShareRule",
    "Source",
    "SubsidyRule",
    "Weight",
    "find",
    "load_all",
    "read_scheme",
    "with_part",
]
