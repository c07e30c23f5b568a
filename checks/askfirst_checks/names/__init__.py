"""From printed text to country, institution and domain, each verdict with its evidence. Knows nothing of policy."""
