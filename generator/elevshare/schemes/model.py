"""A scheme as data: parameters of the rules, each with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from elevshare.errors import InputError
from elevshare.schemes.contents import CONTENTS
from elevshare.schemes.days import last_day
from elevshare.schemes.law import NO_LAW, Law
from elevshare.schemes.parts.compensation import CompensationRule
from elevshare.schemes.parts.consent import ConsentRule
from elevshare.schemes.parts.fund import FundRule
from elevshare.schemes.parts.lease import LeaseRule
from elevshare.schemes.parts.rides import RideRule
from elevshare.schemes.parts.share import ShareRule
from elevshare.schemes.parts.subsidy import SubsidyRule
from elevshare.schemes.parts.upkeep import UpkeepRule
from elevshare.schemes.status import STATUSES
from elevshare.schemes.versions import label_on, labels, on_day


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
    law: Law = NO_LAW


#: What of a scheme is dated, and can stand in its file in several versions.
Dated = (
    Document
    | ShareRule
    | SubsidyRule
    | CompensationRule
    | ConsentRule
    | FundRule
    | UpkeepRule
    | LeaseRule
    | RideRule
)


@dataclass(frozen=True, slots=True)
class Scheme:
    """One city's or one general scheme; ``status`` is a key of ``STATUSES``.

    ``formerly``: ids and names that it had, by which books and calls of earlier versions name it.

    ``versions``: part → all its versions, the oldest first, of the parts that have several; the
    part itself is the version that was chosen, at first the newest. ``version`` names the chosen
    ones, such as 2023; it is empty where there is nothing to choose.
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
    versions: Mapping[str, tuple[Dated, ...]] = field(
        default_factory=lambda: MappingProxyType({}), hash=False
    )
    version: str = ""

    @property
    def key(self) -> str:
        """The id, and the chosen version where there are several: ``changchun@2023``."""
        return f"{self.id}@{self.version}" if self.version else self.id

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of all versions, the oldest first; none where there is only one."""
        return labels(self.versions)

    @property
    def dated_parts(self) -> tuple[tuple[str, Law], ...]:
        """Chinese name and time of each part of which any time is known."""
        laws = ((name, part.law) for key, name in CONTENTS.items() if (part := getattr(self, key)))
        return tuple((name, law) for name, law in laws if law.dated)

    def part(self, name: str) -> Dated:
        """Return the part with a Chinese name, which the scheme has."""
        found: Dated = getattr(self, next(key for key, word in CONTENTS.items() if word == name))
        return found

    @property
    def editions(self) -> tuple[Scheme, ...]:
        """The scheme in each of its versions, the oldest first."""
        return tuple(self.on(last_day(label)) for label in self.labels) or (self,)

    @property
    def version_status(self) -> str:
        """The status of the chosen version: the weakest of the parts that have several."""
        parts = (getattr(self, part) for part in self.versions)
        found = {getattr(part, "status", self.status) for part in parts} or {self.status}
        return next(status for status in reversed(STATUSES) if status in found)

    def on(self, day: str) -> Scheme:
        """Return the scheme as it stands on a day, yyyy-mm-dd.

        Of each part it has the last version that is in force by then, or else the first one; for
        no day (an empty text) all stays as it is.
        """
        if not day:
            return self
        chosen = on_day(self.versions, day)
        return replace(self, **chosen, version=label_on(self.versions, day)) if chosen else self  # type: ignore[arg-type]

    def pinned(self) -> Scheme:
        """Return the scheme with the chosen version as its only one: its user named it."""
        return replace(self, versions=MappingProxyType({}))

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
