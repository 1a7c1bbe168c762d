import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from stand_in.excel import Excel


@pytest.fixture(scope="session")
def excel():
    one = Excel()
    yield one
    one.close()
