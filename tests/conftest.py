"""What takes long begins first, so that no worker is left with it in the end; figures are printed."""

from hypothesis import HealthCheck, settings

# How long a case takes depends on what else the machine does; speed is measured elsewhere.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

SLOW = ("libreoffice", "formulas", "engine", "print", "wheel", "commands_run", "killed", "any_")


def pytest_addoption(parser):
    parser.addoption(
        "--all", action="store_true", help="every book where a few are tried by default"
    )


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: not any(word in item.name for word in SLOW))


def pytest_terminal_summary(terminalreporter):
    """What tests have counted, recorded as ``figure``, whichever process they ran in."""
    reports = (report for found in terminalreporter.stats.values() for report in found)
    properties = (pair for report in reports for pair in getattr(report, "user_properties", ()))
    for figure in dict.fromkeys(text for name, text in properties if name == "figure"):
        terminalreporter.write_line(figure)
