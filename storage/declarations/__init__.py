"""What members declare, the evidence for it, and the decisions of staff."""
