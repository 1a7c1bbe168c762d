"""The engine room: a drafted book goes in, and comes out with the values of all its formulas.

Whatever computes stands behind one protocol; ``native`` alone knows the engine of this machine.
"""
