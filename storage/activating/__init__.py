"""Activation letters on record: batches, the codes within, and the link that opens a batch's file once."""
