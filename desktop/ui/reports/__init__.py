"""The room of reports: forms for UN mechanisms and sanctions, deadlines, tables."""
