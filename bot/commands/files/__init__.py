"""The commands that bring a file in, or make one: members, credits, grants, exports."""
