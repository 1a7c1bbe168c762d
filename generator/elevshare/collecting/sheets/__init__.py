"""One module a sheet of the summary, each with ``TITLE``, ``ROLE``, ``ABOUT`` and ``write``."""
