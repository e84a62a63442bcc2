"""The central RMA server for those who have none: protocol version 1 over HTTP, with its own store."""
