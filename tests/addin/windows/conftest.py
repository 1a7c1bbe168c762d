"""A made-up Windows machine on which the add-in is well."""

import sys
import types
from importlib.metadata import version

import pytest

from elevshare_addin.packing.package import build
from elevshare_addin.windows import install as install_module
from elevshare_addin.windows import places as places_module
from elevshare_addin.windows.install import install
from elevshare_addin.windows.places import here

#: What the made-up environment's Python imports of pywin32.
PYTHONCOM = "CoInitialize = None\n"


class Machine:
    """Folders of a user, a virtual environment, and a registry."""

    def __init__(self, folder, user, monkeypatch):
        self.folder, self.user = folder, folder / "Users" / user
        self.registry = {}
        self._patch = monkeypatch
        self.dlls, self.python = folder / "venv", folder / "venv" / "Scripts" / "python.exe"
        for variable, path in (
            ("USERPROFILE", self.user),
            ("APPDATA", self.user / "AppData" / "Roaming"),
            ("LOCALAPPDATA", self.user / "AppData" / "Local"),
        ):
            path.mkdir(parents=True, exist_ok=True)
            monkeypatch.setenv(variable, str(path))
        monkeypatch.setenv("ELEVSHARE_CODE_PAGE", "cp936")
        self._environment()
        self._winreg()

    def _environment(self):
        """A virtual environment: its interpreter is this one, with a made-up pywin32."""
        self.python.parent.mkdir(parents=True)
        (self.folder / "pywin32").mkdir()
        (self.folder / "pywin32" / "pythoncom.py").write_text(PYTHONCOM)
        path = ":".join([str(self.folder / "pywin32"), *sys.path])
        self.interpreter(f'PYTHONPATH="{path}" exec "{sys.executable}" "$@"')
        (self.dlls / "pyvenv.cfg").write_text("home = C:\\Python311\n")
        for bits in (64, 32):
            (self.dlls / f"xlwings{bits}-{version('xlwings')}.dll").touch()
        started = types.SimpleNamespace(executable=str(self.python))
        self._patch.setattr(places_module, "sys", started)

    def set(self, variable, value):
        """An environment variable."""
        self._patch.setenv(variable, value)

    def interpreter(self, script):
        self.python.write_text(f"#!/bin/sh\n{script}\n")
        self.python.chmod(0o755)

    def _winreg(self):
        """Windows' module for its registry; it reads ``registry``: (root, key) → name → value."""
        registry = self.registry

        class Key(dict):
            def __enter__(self):
                return self

            def __exit__(self, *_):
                pass

        def open_key(root, key):
            if (root, key) not in registry:
                raise FileNotFoundError(key)
            return Key(registry[root, key])

        def enum_value(key, at):
            if at >= len(key):
                raise OSError("no more")
            return (*list(key.items())[at], 1)

        module = types.SimpleNamespace(
            HKEY_CLASSES_ROOT="HKCR", HKEY_CURRENT_USER="HKCU", OpenKey=open_key, EnumValue=enum_value
        )  # fmt: skip
        self._patch.setitem(sys.modules, "winreg", module)

    @property
    def places(self):
        return here()

    def files(self):
        """Every file of the user with its content."""
        return {
            path.relative_to(self.user).as_posix(): path.read_bytes() if path.is_file() else None
            for path in sorted(self.user.rglob("*"))
        }


@pytest.fixture(scope="session")
def built():
    """The add-in file, which is the same every time."""
    return build()


@pytest.fixture
def machine(tmp_path, monkeypatch, built):
    """Nothing is installed yet."""
    monkeypatch.setattr(install_module, "build", lambda: built)
    return Machine(tmp_path, "wang", monkeypatch)


@pytest.fixture
def installed(machine):
    """The add-in is installed and well."""
    install(machine.places)
    return machine
