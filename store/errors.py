"""What the store says to a reader: each message is a sentence with its remedy, shown without a traceback."""


class StoreError(Exception):
    """The message is for the reader."""


class AlreadyLoaded(StoreError):
    """The same file of the same kind is live for this body."""


class SavedMeanwhile(StoreError):
    """Somebody else saved since the reader was shown what would change."""


class NothingToUndo(StoreError):
    """No such upload, or it has been undone."""


class NotAllowed(StoreError):
    """This reader may not read or write this."""


class StoreBusy(StoreError):
    """Another process, or another part of this one, has the store open."""


class StoreDamaged(StoreError):
    """The file is no store of ours, or it cannot be read whole."""


class StoreFull(StoreError):
    """The disk or the memory refused what was to be written."""


class StoreMissing(StoreError):
    """There is no store at this place."""


class StoreNewer(StoreError):
    """The store was made by a newer release."""


class StoreNotEmpty(StoreError):
    """Something is stored at the place that a copy was to be written to."""


class NobodyFound(StoreError):
    """No row has this name or address."""
