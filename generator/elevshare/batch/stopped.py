"""A run that cannot go on."""


class Stopped(Exception):
    """Nothing more can be made: the disk is full, the folder is gone, the cluster is lost.

    What is done stays. ``what`` and ``todo`` are for the user.
    """

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what, self.todo = what, todo
