"""Site: the Datasette plugin, metadata and saved queries."""
