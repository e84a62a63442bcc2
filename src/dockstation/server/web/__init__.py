"""The server's page for people of the office: drawn here, without scripts, in Chinese and English."""
