"""Call records of the company's own exchange: who spoke from which extension, when, with whom."""
