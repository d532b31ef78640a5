"""What is quoted in an article's text, and who said it."""
