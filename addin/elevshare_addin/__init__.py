"""The xlwings add-in: Excel functions over ``elevshare.rules``, ``schemes`` and ``money``.

The books never depend on it. Importing it costs nothing: xlwings is loaded only by the
functions themselves.
"""
