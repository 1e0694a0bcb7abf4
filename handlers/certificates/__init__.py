"""How a member asks for a 受講証明書: for which purpose, of which days, what will stand on it, and the paper itself."""
