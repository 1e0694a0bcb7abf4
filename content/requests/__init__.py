"""What members ask staff for in their own words: rules, values and days."""
