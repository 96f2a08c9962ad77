"""The pages of the report: each module turns a reading into the values that one template shows."""
