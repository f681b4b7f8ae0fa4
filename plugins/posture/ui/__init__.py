"""Pages for analysts inside the Airflow UI."""
