"""What a scheme is: parameters of the rules, each with the source it was seen in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from elevshare.errors import InputError
from elevshare.schemes.parts.compensation import CompensationRule
from elevshare.schemes.parts.consent import ConsentRule
from elevshare.schemes.parts.fund import FundRule
from elevshare.schemes.parts.lease import LeaseRule
from elevshare.schemes.parts.rides import RideRule
from elevshare.schemes.parts.share import ShareRule
from elevshare.schemes.parts.subsidy import SubsidyRule
from elevshare.schemes.parts.upkeep import UpkeepRule


class Family(StrEnum):
    """The families of books; a scheme of the last states parts for other schemes only."""

    CONTRIBUTION = "出资"
    LEASE = "租赁"
    PREPAID = "刷卡"
    NONE = "仅规则"


@dataclass(frozen=True, slots=True)
class SchemeSource:
    """Where a number was seen; ``kind`` is a key of ``KINDS``."""

    key: str
    title: str
    publisher: str
    date: str
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """The document that states the rule; what was not seen is 待填."""

    title: str
    issuer: str
    number: str
    date: str
    article: str
    source: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """One city's (or one general) scheme. ``status`` is a key of ``STATUSES``."""

    id: str
    city: str
    name: str
    status: str
    summary: str
    document: Document
    sources: tuple[SchemeSource, ...]
    share: ShareRule | None = None
    subsidy: SubsidyRule | None = None
    compensation: CompensationRule | None = None
    consent: ConsentRule | None = None
    fund: FundRule | None = None
    upkeep: UpkeepRule | None = None
    lease: LeaseRule | None = None
    rides: RideRule | None = None

    @property
    def family(self) -> Family:
        """Which family of books the scheme makes."""
        if self.lease:
            return Family.LEASE
        if self.share is None:
            return Family.NONE
        return Family.PREPAID if self.rides else Family.CONTRIBUTION

    @property
    def sharing(self) -> ShareRule:
        """The sharing rule.

        Raises:
            InputError: the scheme has none.
        """
        if self.share is None:
            raise InputError(
                f"方案「{self.name}」没有分摊办法，不能单独做分摊簿",
                todo="请用有分摊办法的方案，在项目文件里引用它的补贴或补偿",
            )
        return self.share

    def source(self, key: str) -> SchemeSource:
        """The source with a key; the loader has seen to it that it is there."""
        return next(source for source in self.sources if source.key == key)
