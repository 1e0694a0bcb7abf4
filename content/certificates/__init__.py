"""What a 受講証明書 shows, who issues it, and why it leaves a credit out."""
