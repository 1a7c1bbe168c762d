"""One module a command, each with ``options(parser)`` and ``run(options)``.

They import what is heavy inside ``run``, so that the command line starts fast.
"""
