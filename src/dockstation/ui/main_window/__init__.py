"""The window, its stages, and the flow between them."""
