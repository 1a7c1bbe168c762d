"""Rosters of all kinds are read as the building they were written from, or refused; never as another.

``python tests/intake/rosters/many.py 2000`` is the long run, and prints figures.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import judging
import many
import pytest
from cases import case
from features import FEATURES, REFUSED
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import WRONG, difference, judged

#: Features that the reader does not do right yet; ``test_roster_open.py`` has an example of each.
OPEN: set[str] = set()
GOOD = [name for name in many.GOOD if name not in OPEN]
POISONOUS = [name for name in many.POISONOUS if name not in OPEN]


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", sorted(FEATURES.keys() - OPEN))
def test_every_feature_alone(tmp_path, name, seed):
    found = case(tmp_path, seed, [name])
    verdict = judged(found)
    assert verdict.fine, f"{found.must}, but {verdict.outcome}: {verdict.about}"


@settings(max_examples=150)
@given(seed=st.integers(0, 2**32), names=st.sets(st.sampled_from(GOOD), max_size=8))
def test_features_together(seed, names):
    _fine(seed, names)


@settings(max_examples=60)
@given(
    seed=st.integers(0, 2**32),
    names=st.sets(st.sampled_from(GOOD), max_size=5),
    poison=st.sampled_from(POISONOUS),
)
def test_what_must_be_refused_is_refused_whatever_else_there_is(seed, names, poison):
    _fine(seed, {*names, poison})


def _fine(seed, names):
    with tempfile.TemporaryDirectory() as folder:
        found = case(Path(folder), seed, names)
        verdict = judged(found)
        assert verdict.fine, f"{found.must}, but {verdict.outcome}: {verdict.about}"


def test_the_judge_sees_what_is_wrong(tmp_path, monkeypatch):
    """Another area, another room, a household more or less: none of them passes."""
    plain = case(tmp_path, 1, [])
    flats = judging.read(plain)
    assert difference(flats, plain.expected) == ""
    for change in (
        {"area": 1},
        {"room": "1"},
        {"storey": 30},
        {"taking_part": None},
        {"owner": "x"},
    ):
        assert difference((replace(flats[0], **change), *flats[1:]), plain.expected)
    monkeypatch.setattr(judging, "read", lambda case: flats[1:])
    assert judged(plain).outcome == WRONG and not judged(plain).fine
    assert not judged(replace(plain, must=REFUSED)).fine


def test_the_long_run_prints_its_figures():
    told = []
    figures = many.run(20, out=told.append)
    assert figures.total() == 20 and len(told) >= len(figures)
