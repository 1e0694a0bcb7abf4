"""Credits that staff grant to many by a file: a kind of import (storage/importing), which writes the log of staff."""
