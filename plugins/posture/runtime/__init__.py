"""What `make demo` and `make run` need: a Postgres, a mailbox, Airflow's processes, and who drives them."""
