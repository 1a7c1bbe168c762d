import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from elevshare.batch.packed_project import mark_of, packed, unpacked
from elevshare.intake import project_from
from elevshare.intake.project_file import read_project
from elevshare.project.topics import ALL_SHEETS
from elevshare.rules.share import OptOut
from elevshare.schemes import find

EXAMPLE = Path(__file__).parents[2] / "docs" / "示例" / "项目.toml"
SMALL = {"storeys": "3", "areas": "80"}
CODE = (
    "from elevshare.batch.packed_project import mark_of; from elevshare.intake import project_from;"
    "from elevshare.schemes import find;"
    "print(mark_of(project_from(find('nanjing'), storeys='3', areas='80', topics='全部')))"
)


def projects():
    yield project_from(find("nanjing"), **SMALL, coefficients="0,0.5,1", topics="全部")
    yield project_from(find("beijing-yanyuan"), **SMALL)
    yield project_from(find("beijing-rongsheng"))
    yield read_project(EXAMPLE, find("南京"))


@pytest.mark.parametrize("project", [*projects()], ids=lambda one: one.scheme.id)
def test_a_project_arrives_as_it_was_sent(project):
    arrived = unpacked(packed(project))
    assert arrived == project and mark_of(arrived) == mark_of(project)
    with pytest.raises(TypeError):
        arrived.weights[1] = 0


def test_whatever_is_changed_changes_the_mark():
    one = project_from(find("nanjing"), **SMALL, cost="600000")
    others = [
        replace(one, unit="元"),
        replace(one, two_a_page=True),
        replace(one, topics=ALL_SHEETS),
        replace(one, weights={1: 0}),
        replace(one, papers=replace(one.papers, estate="幸福里")),
        replace(one, method=replace(one.method, opt_out=OptOut.FLOOR)),
        replace(one, flats=one.flats[1:]),
        replace(one, costs=(replace(one.costs[0], fen=1),)),
        replace(one, scheme=replace(one.scheme, summary="")),
    ]
    assert len({mark_of(other) for other in [one, *others]}) == 1 + len(others)


def test_the_mark_is_the_same_in_every_process():
    here = mark_of(project_from(find("nanjing"), **SMALL, topics="全部"))
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    ran = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, env=env)
    assert ran.stdout.strip() == here
