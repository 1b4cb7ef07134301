"""Charts: events and articles enter, placed marks leave, and plotly draws them."""
