"""The keys of buttons for certificates: to ask for one, and to check one."""
