"""What every test shares: the heavy imports are made once, so that no single test pays for them."""

import altair  # noqa: F401
import polars  # noqa: F401
import streamlit  # noqa: F401
