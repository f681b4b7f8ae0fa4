"""The decisions of collecting, as functions of values: when to ask a source, how, and what its answer means."""

from __future__ import annotations
