"""Which words of a report are places, and which places of the world they are: `located.places` is the way in."""
