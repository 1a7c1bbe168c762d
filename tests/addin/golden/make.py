"""Write the golden VBA anew: ``python tests/addin/golden/make.py``; look at the difference."""

from pathlib import Path

from elevshare_addin.packing.modules import functions_module
from elevshare_addin.packing.wrapper import wrapper

GOLDEN = Path(__file__).with_name("xlwings_udfs.bas")

if __name__ == "__main__":
    GOLDEN.write_text(functions_module(wrapper()), encoding="ascii", newline="\n")
