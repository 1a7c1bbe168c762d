"""Stands in for the package tqdm on the page: the page draws the bar."""

from elevshare_page import progress


class tqdm:  # noqa: N801
    """Tells the page how far a work has come."""

    def __init__(self, *, total: int = 0, **_: object) -> None:
        self._done, self._total = 0, total

    def __enter__(self) -> "tqdm":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def update(self, done: int = 1) -> None:
        """So much more is done."""
        self._done += done
        progress(self._done, self._total)
