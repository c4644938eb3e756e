"""The recipes that make what the package ships."""
