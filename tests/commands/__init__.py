"""Tests of the commands; a package, since ``test_schemes`` is the name of other tests too."""
