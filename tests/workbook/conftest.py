"""The books that the tests type into, each as it was made."""

import pytest
from buildings import NONE
from following import base_book, blank_book


@pytest.fixture
def book(topics):
    """The book of BASE, as it was made."""
    return base_book(topics).as_made()


@pytest.fixture
def template(topics):
    """A blank template for 40 households, as it was made."""
    return blank_book(topics).as_made()


@pytest.fixture
def topics(request):
    """The subjects that the books of a test module have: its TOPICS."""
    return getattr(request.module, "TOPICS", NONE)
