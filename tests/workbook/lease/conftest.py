"""The lease books that the tests type into."""

import pytest
from leases import template


@pytest.fixture
def blank():
    """The blank template of a company, to be filled: ``blank("beijing-yanyuan")``."""
    return template
