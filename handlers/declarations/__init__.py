"""The member declares (申告書) what was learned elsewhere."""
