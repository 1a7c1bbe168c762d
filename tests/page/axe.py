"""axe-core, which finds what a screen reader or a keyboard cannot use."""

from __future__ import annotations

from node_bridge import PAGE

_GRAVE = ("serious", "critical")
_RUN = """async () => (await axe.run()).violations.map(
    ({id, impact, nodes}) => [impact, id, nodes.map((one) => one.html)])"""


def grave_faults(page) -> list[object]:
    """What is seriously wrong on the page as it is shown now."""
    page.evaluate((PAGE / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    return [fault for fault in page.evaluate(_RUN) if fault[0] in _GRAVE]
