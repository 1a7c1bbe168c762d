"""What the eye sees: the looks that the program wrote are the good ones, whatever differs is reported.

What programs change when they save again is told by equivalences, each where it is needed, with its reason.
"""
