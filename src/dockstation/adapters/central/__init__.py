"""The central RMA server over HTTP."""
