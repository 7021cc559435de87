"""The memory: uploads, their ledger, and the marts made from them."""

from store.access import Reader
from store.erasure import MONTHS_AFTER_LAST_SEAT
from store.errors import (
    AlreadyLoaded,
    NobodyFound,
    NotAllowed,
    NothingToUndo,
    SavedMeanwhile,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreMissing,
    StoreNewer,
    StoreNotEmpty,
)
from store.ledger import Receipt, Upload, UploadNote, on_screen
from store.moments import Moment, moment
from store.preview import Preview
from store.said import Said
from store.store import Store

__all__ = [
    "MONTHS_AFTER_LAST_SEAT",
    "AlreadyLoaded",
    "Moment",
    "NobodyFound",
    "NotAllowed",
    "NothingToUndo",
    "Preview",
    "Reader",
    "Receipt",
    "Said",
    "SavedMeanwhile",
    "Store",
    "StoreBusy",
    "StoreDamaged",
    "StoreError",
    "StoreFull",
    "StoreMissing",
    "StoreNewer",
    "StoreNotEmpty",
    "Upload",
    "UploadNote",
    "moment",
    "on_screen",
]
