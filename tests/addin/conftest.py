import pytest
from stand_in.excel import Excel


@pytest.fixture(scope="session")
def excel():
    one = Excel()
    yield one
    one.close()
