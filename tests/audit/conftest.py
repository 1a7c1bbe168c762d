"""Books of this folder's tests, and an audit of bytes."""

from pathlib import Path

import pytest

from elevshare.audit.audited import Audit, audit_file


@pytest.fixture
def audited(tmp_path):
    """Audit the bytes of a file."""

    def run(data: bytes, name: str = "簿.xlsx") -> Audit:
        path = Path(tmp_path / name)
        path.write_bytes(data)
        return audit_file(path)

    return run
