"""What takes long begins first, so that no worker is left with it in the end."""

SLOW = ("libreoffice", "formulas", "engine", "print", "wheel", "commands_run", "any_")


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: not any(word in item.name for word in SLOW))
