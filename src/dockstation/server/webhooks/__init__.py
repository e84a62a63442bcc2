"""Facts told to other systems over HTTP, at least once each, by Standard Webhooks."""
