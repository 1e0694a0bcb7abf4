"""The keys of buttons for declarations (申告書)."""
