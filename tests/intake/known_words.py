"""What every word of ``cases/words.txt`` has to mean, and how to find those that mean something else."""

from __future__ import annotations

from pathlib import Path

from elevshare.errors import InputError

_LINES = (Path(__file__).parent / "cases" / "words.txt").read_text("utf-8").splitlines()
#: (topic, meaning) → the words.
WORDS = {tuple(line.split(": ")[0].split(" ")): line.split(": ")[1].split(" ") for line in _LINES}


def misread(words, meant):
    """The words of which the meaning is another, or that are refused."""
    wrong = []
    for word in words:
        try:
            if not meant(word):
                wrong.append(word)
        except InputError as error:
            wrong.append(f"{word}: {error}")
    return wrong
