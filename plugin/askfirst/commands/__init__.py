"""One file a command: `SUMMARY`, `options` and `run`. A file here is a command; nothing else registers it."""
