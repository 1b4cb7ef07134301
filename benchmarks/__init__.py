"""What is measured and printed, and belongs to no test: each module is run by itself."""
