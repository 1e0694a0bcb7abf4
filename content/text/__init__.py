"""How texts are read, compared and put together: what people type, what stands in files, what papers can print."""
