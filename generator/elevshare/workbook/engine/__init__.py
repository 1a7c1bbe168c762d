"""The engine room: calculate a drafted book and store the values of its formulas.

Callers use the protocol ``Engine``; only ``native`` knows the engine of this machine.
"""
