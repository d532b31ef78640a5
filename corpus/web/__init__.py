"""Articles from the web: the only part of the program that touches the network."""
