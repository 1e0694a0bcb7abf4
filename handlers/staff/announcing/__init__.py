"""How staff write announcements, send them and stop them (/broadcast), and what is delivered."""
