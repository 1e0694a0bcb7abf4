"""The typed keys of every feature's buttons. A leaf: screens and handlers of any feature may import them."""
