"""加梯分摊 (elevshare): share the cost of adding a lift to an old apartment block.

``money`` and ``rules`` are the exact arithmetic, ``schemes`` the cities' rules as data,
``project`` one stairwell, ``workbook`` the formula-driven book, ``intake`` what users hand in.
"""

__version__ = "0.6.0"
