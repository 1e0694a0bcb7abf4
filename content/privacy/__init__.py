"""What a member is given of the own record, and when what is kept ends."""
