"""What an index keeps of a number of articles: a segment, as files of arrays."""
