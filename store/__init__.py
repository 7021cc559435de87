"""The memory: uploads, their ledger, and the marts made from them."""

from store.access import Reader
from store.errors import (
    AlreadyLoaded,
    NotAllowed,
    NothingToUndo,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreMissing,
    StoreNotEmpty,
)
from store.ledger import Receipt, UploadNote, on_screen
from store.preview import Preview
from store.store import Store

__all__ = [
    "AlreadyLoaded",
    "NotAllowed",
    "NothingToUndo",
    "Preview",
    "Reader",
    "Receipt",
    "Store",
    "StoreBusy",
    "StoreDamaged",
    "StoreError",
    "StoreMissing",
    "StoreNotEmpty",
    "UploadNote",
    "on_screen",
]
