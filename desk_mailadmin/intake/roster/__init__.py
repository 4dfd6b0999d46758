"""Staff rosters as offices keep them."""
