"""Every credit derived again from what it rests on."""
