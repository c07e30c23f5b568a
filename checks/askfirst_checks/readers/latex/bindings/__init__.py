"""What the macros of document classes mean: data, a file a family of classes."""
