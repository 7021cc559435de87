"""The one switch between the tests that a change needs and all at length; `.ci/run` sets QUORATE_LONG."""

import os

LONG = "QUORATE_LONG" in os.environ
