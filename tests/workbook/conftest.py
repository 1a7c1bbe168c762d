"""The books that the tests type into, each as it was made."""

import pytest
from following import base_book, blank_book


@pytest.fixture
def book():
    """The book of BASE, as it was made."""
    return base_book().as_made()


@pytest.fixture
def template():
    """A blank template for 40 households, as it was made."""
    return blank_book().as_made()
