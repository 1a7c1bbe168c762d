"""A scheme as data: parameters of the rules, each with its source."""

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
    """The families of books; a scheme of ``NONE`` only has parts for other schemes."""

    CONTRIBUTION = "出资"
    LEASE = "租赁"
    PREPAID = "刷卡"
    NONE = "仅规则"


@dataclass(frozen=True, slots=True)
class SchemeSource:
    """A source of numbers; ``kind`` is a key of ``KINDS``."""

    key: str
    title: str
    publisher: str
    date: str
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """The document that states the rule; unknown fields are 待填."""

    title: str
    issuer: str
    number: str
    date: str
    article: str
    source: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """One city's or one general scheme; ``status`` is a key of ``STATUSES``.

    ``formerly``: ids and names that it had, by which books and calls of earlier versions name it.
    """

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
    formerly: tuple[str, ...] = ()

    @property
    def family(self) -> Family:
        """The family of books that the scheme makes."""
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
        """Return the source with a key; the loader has made sure that it exists."""
        return next(source for source in self.sources if source.key == key)
