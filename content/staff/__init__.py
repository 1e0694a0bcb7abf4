"""What staff may do and decide: rights, acts of two persons, and the values of their cases."""
