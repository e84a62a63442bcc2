"""``python -m dockstation``."""

from dockstation.cli import main

if __name__ == "__main__":
    main()
