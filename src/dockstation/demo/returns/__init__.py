"""Sample returns, for trying the station out and for its tests."""

from dockstation.demo.returns.sampling import sample_returns

__all__ = ["sample_returns"]
