"""What is common to cases on the desk that are decided: their flow, and a question about one to its member."""
