"""The one exception family: every message is written for the person who reads it."""


class ClaimCompareError(Exception):
    """The tool could not do its work.

    The message is one line: what was wrong, where, and what to do about it. The command line
    prints it and exits with code 2.
    """


class InputError(ClaimCompareError):
    """An input could not be read: missing, empty, too large, not an article, not what it says it is."""


class SettingsError(ClaimCompareError):
    """A setting or option is unknown, of the wrong type or out of range."""


class JudgeError(ClaimCompareError):
    """The outside judge that was asked for can't be asked: its address, its key or its model is wrong."""


class ModelError(ClaimCompareError):
    """A model is missing, incomplete, or its weights don't have the pinned sha256."""
