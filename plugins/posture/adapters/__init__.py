"""The only modules that touch network, disk, mail or database."""
