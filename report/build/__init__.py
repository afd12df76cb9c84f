"""From records and scores to the views of a report; disclosure is applied here."""
