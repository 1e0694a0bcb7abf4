"""Credits as figures: how they count, the goal of 60, 診療報酬, and why something is missing."""
