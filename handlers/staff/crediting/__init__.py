"""How officers grant a credit and take one back: what is asked, what is shown first, and what the member hears."""
