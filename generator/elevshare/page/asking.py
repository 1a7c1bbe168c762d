"""The project that a request of the page describes, in the words of the commands."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from elevshare.commands.building import add_options, project_of
from elevshare.project import Project


def options_of(words: Sequence[str]) -> Namespace:
    """A scheme and the building's options, as ``make`` and ``shares`` take them."""
    parser = ArgumentParser(add_help=False)
    add_options(parser)
    return parser.parse_args(list(words))


def project_asked(words: Sequence[str]) -> Project:
    """The project that these words describe.

    Raises:
        InputError: as those commands.
    """
    return project_of(options_of(words))
