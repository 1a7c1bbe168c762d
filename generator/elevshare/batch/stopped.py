"""A run that cannot go on."""


class StoppedError(Exception):
    """Nothing more can be made: the disk is full, the folder is gone, the cluster is lost.

    What is done stays. The message is in Chinese, for the user.
    """
