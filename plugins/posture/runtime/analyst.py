"""A login for analysts' tools: it reads the schema `analyst` and nothing else."""

from __future__ import annotations

from contextlib import closing
from urllib.parse import urlsplit

import psycopg2
from psycopg2 import sql

LOGIN = "analyst"


def analyst_url(owner_url: str, *, password: str) -> str:
    """The address of the database for analysts; the login is made, or given this password, on the way."""
    name = sql.Identifier(LOGIN)
    with closing(psycopg2.connect(owner_url)) as connection, connection, connection.cursor() as cursor:
        cursor.execute("select from pg_roles where rolname = %s", (LOGIN,))
        if cursor.fetchone() is None:
            cursor.execute(sql.SQL("create role {} login in role analyst_reader").format(name))
        cursor.execute(sql.SQL("alter role {} password {}").format(name, sql.Literal(password)))
        cursor.execute(sql.SQL("alter role {} set search_path = analyst").format(name))
    address = urlsplit(owner_url)
    return address._replace(netloc=f"{LOGIN}:{password}@{address.hostname}:{address.port}").geturl()
