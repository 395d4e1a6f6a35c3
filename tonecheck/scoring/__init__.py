"""What the answers add up to: readings to result, without clock, disk or language."""
