"""A book in the engine that works out its formulas."""

from __future__ import annotations

import formualizer


def calculator(book: bytes) -> formualizer.Workbook:
    """The book, ready to calculate in one thread: more cost more than such a book has work."""
    settings = formualizer.EvaluationConfig()
    settings.enable_parallel = False
    config = formualizer.WorkbookConfig(
        mode=formualizer.WorkbookMode.Interactive, eval_config=settings, enable_changelog=False
    )
    engine = formualizer.Workbook.from_bytes(book, config=config)
    engine.set_temporal_egress("serial")
    return engine
