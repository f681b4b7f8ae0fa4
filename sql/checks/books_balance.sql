-- In every closed run, each address seen ended in exactly one state.
select books.run, books.source_id, books.seen, books.pending
from analyst.books
join posture.run using (run_id)
where run.closed_at is not null and not books.balanced;
