"""The server's store; the only part of the server that knows SQL."""
