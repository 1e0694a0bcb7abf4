"""The way out: screens and letters are drawn, paced and sent."""
