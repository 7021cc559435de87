"""What every test shares: the heavy imports, made once; the filled samples; and one way to run Hypothesis."""

import os
from contextlib import ExitStack
from functools import cache
from pathlib import Path

# The tests run side by side on every core, so none of them need use all of them.
os.environ.setdefault("POLARS_MAX_THREADS", "1")

import altair  # noqa: F401
import polars  # noqa: F401
import pytest
import streamlit  # noqa: F401
from hypothesis import HealthCheck, settings
from streamlit.components.v2 import manifest_scanner

from store import engine
from tests import filled
from tests.switch import LONG

engine.SETTINGS["threads"] = "1"

# Streamlit looks through every installed package for components with each page that a test opens, which takes
# several times as long as the page; what is installed stays the same.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

# No test depends on speed: a busy machine takes longer, and is right. The short run is the same each time.
settings.register_profile(
    "short", deadline=None, derandomize=True, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("long", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("long" if LONG else "short")


HERE = Path(__file__).parent
SHARED = ExitStack()
# Where one test may take a minute: begun last, it would have the other cores wait for it.
LONGEST = ("browser", "fuzz", "oracle", "pages", "test_whole.py")


def pytest_configure() -> None:
    SHARED.enter_context(filled.shared())


def pytest_unconfigure() -> None:
    SHARED.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first; the others in their order, so that what the tests of a file share is made once."""
    items.sort(key=lambda item: item.path.relative_to(HERE).parts[0] not in LONGEST)
