"""What is said to happen in the passages of the conflict set: event types, status, who takes part, how many."""
