"""The screens of requests (ご依頼), as members see them, and the files of both sides."""
