"""Pictures of every screen, and those of the guides."""
