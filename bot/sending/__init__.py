"""Out: screens and letters are drawn, paced and sent."""
