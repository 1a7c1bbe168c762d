"""What takes long begins first, so that no worker is left with it in the end; figures are printed."""

import gc
import sys

import sampling
from hypothesis import HealthCheck, settings

#: The test that builds the page, which takes a minute.
FIRST = "test_the_page_is_small_enough"
SLOW = ("libreoffice", "formulas", "engine", "print", "wheel", "commands_run", "killed", "any_")


def pytest_addoption(parser):
    parser.addoption(
        "--all", action="store_true", help="all cases where a sample is tried by default"
    )


def pytest_configure(config):
    config.addinivalue_line(
        "markers", "sampled(n): one case in n is tried by default, all by --all"
    )
    sampling.begin(config)
    # How long a case takes depends on what else the machine does; speed is measured elsewhere.
    settings.register_profile(
        "busy",
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        max_examples=100 if sampling.whole() else 40,
    )
    if not config.getoption("--hypothesis-profile"):
        settings.load_profile("busy")


def pytest_collection_modifyitems(config, items):
    named = config.option.keyword or any("::" in one for one in config.args)
    if not (sampling.whole() or named):
        beyond = sampling.left_out(items)
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid in beyond])
        items[:] = [item for item in items if item.nodeid not in beyond]
    items.sort(key=_turn)


def pytest_collection_finish():
    """What was collected stays: nobody need look again and again whether it is garbage."""
    gc.collect()
    gc.freeze()
    if made := sys.modules.get("elevshare.returned.made"):  # where tests ask for books
        made.keep(sampling.BOOKS_KEPT)


def _turn(item) -> int:
    """When a test has its turn: the page is built first, by one process, and looked at last by all."""
    if FIRST in item.name:
        return 0
    if "page_file" in item.fixturenames:
        return 3
    return 1 if any(word in item.name for word in SLOW) else 2


def pytest_terminal_summary(terminalreporter):
    """What tests have counted, recorded as ``figure``, whichever process they ran in."""
    reports = (report for found in terminalreporter.stats.values() for report in found)
    properties = (pair for report in reports for pair in getattr(report, "user_properties", ()))
    for figure in dict.fromkeys(text for name, text in properties if name == "figure"):
        terminalreporter.write_line(figure)
