"""Running: one document in isolation, workers, resume, progress. Only this package knows about processes."""
