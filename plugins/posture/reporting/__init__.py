"""Rows in, messages and charts out: alerts and the daily digest."""
