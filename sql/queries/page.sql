-- keep --
-- One answer of a server, as it was.
insert into posture.page (kind, source_id, url, final_url, status, headers, body, body_sha256, fetched_at)
values (
  %(kind)s, %(source_id)s, %(url)s, %(final_url)s, %(status)s, %(headers)s, %(body)s, %(body_sha256)s, %(fetched_at)s
)
returning page_id;
