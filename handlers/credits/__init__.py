"""The member sees what was earned: credits, the goal, the figures for 診療報酬, and why something is missing."""
