"""Watches the press for news of the Iraq–US force posture; see ARCHITECTURE.md."""
