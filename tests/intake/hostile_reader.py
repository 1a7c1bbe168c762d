"""Read files one after the other in a process of bounded memory; say of each what came of it.

``python hostile_reader.py FILE…`` prints a JSON list of [file, message, seconds], then the
most memory in MB. The message is empty where a file was read.
"""

import json
import os
import re
import resource
import sys
from pathlib import Path

from elevshare.errors import InputError
from elevshare.intake import read_project, read_roster
from elevshare.opened import open_book, recalculated, with_values
from elevshare.schemes import find

MEMORY = 300 * 1024 * 1024


def read(path):
    """What every command does with such a file."""
    if path.suffix == ".toml":
        read_project(path, find("nanjing"))
    elif path.suffix == ".csv":
        read_roster(path)
    elif path.stem.startswith("计算"):
        recalculated(open_book(path))
    elif path.stem.startswith("补算"):
        with_values(open_book(path))
    else:
        open_book(path)


def seconds():
    """Of work, of this process and those it has started."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def main(names):
    find("nanjing")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for name in names:
        start, message = seconds(), ""
        try:
            read(Path(name))
        except InputError as error:
            message = str(error)
        print(json.dumps([name, message, seconds() - start]), flush=True)
    # What ``getrusage`` calls the peak begins with that of the process that started this one.
    status = Path("/proc/self/status").read_text()
    own = int(re.search(r"VmHWM:\s+(\d+) kB", status)[1])
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(json.dumps(max(own, children) // 1024))


if __name__ == "__main__":
    main(sys.argv[1:])
