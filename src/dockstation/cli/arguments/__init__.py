"""What every command is given on its line."""
