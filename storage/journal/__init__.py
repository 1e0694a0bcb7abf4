"""The journal's issues, the members' sheets and postcards, and what of them is due."""
