"""One stairwell and its lift: its data, and the amounts that follow from them."""

from elevshare.project.amounts import compensated, granted, uncounted
from elevshare.project.assess import assess, joined_share
from elevshare.project.join import join, joined_parts
from elevshare.project.model import (
    MAX_AREA,
    MAX_COSTS,
    MAX_FLATS,
    MAX_OTHERS,
    MAX_STOREYS,
    CostItem,
    Papers,
    Project,
    SubsidyChoice,
    SubsidyMode,
)
from elevshare.project.outcome import Outcome, OutcomeCheck
from elevshare.project.settle import Settled, settle
from elevshare.project.topics import Topic
from elevshare.project.validate import check_cost, validate
from elevshare.project.versions import first_version

__all__ = [
    "MAX_AREA",
    "MAX_COSTS",
    "MAX_FLATS",
    "MAX_OTHERS",
    "MAX_STOREYS",
    "CostItem",
    "Outcome",
    "OutcomeCheck",
    "Papers",
    "Project",
    "Settled",
    "SubsidyChoice",
    "SubsidyMode",
    "Topic",
    "assess",
    "check_cost",
    "compensated",
    "first_version",
    "granted",
    "join",
    "joined_parts",
    "joined_share",
    "settle",
    "uncounted",
    "validate",
]
