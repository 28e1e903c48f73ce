"""How long it takes, beside the best peers."""
