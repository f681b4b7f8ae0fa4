"""One module per stage: world in, tally out. What an Airflow task runs."""
