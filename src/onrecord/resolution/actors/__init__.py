"""Actors of the world: the registry of bodies known beforehand, and how what a report names is tied to it."""
