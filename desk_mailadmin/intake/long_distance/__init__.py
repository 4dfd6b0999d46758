"""Long-distance logs as offices kept them by hand."""
