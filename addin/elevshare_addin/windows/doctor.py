"""Look for every known cause of failure, and say what to do."""

from __future__ import annotations

from elevshare_addin.windows.causes_excel import excel
from elevshare_addin.windows.causes_files import addin_file, config_file, paths
from elevshare_addin.windows.causes_python import python
from elevshare_addin.windows.finding import DoctorFinding
from elevshare_addin.windows.places import Places

#: In the order in which Excel meets them.
CAUSES = (addin_file, config_file, paths, python, excel)


def examine(places: Places) -> list[DoctorFinding]:
    """Everything found, nothing where all is well."""
    return [finding for cause in CAUSES for finding in cause(places)]
