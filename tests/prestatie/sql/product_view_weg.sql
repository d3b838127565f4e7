-- the view by which the answer is read
drop view if exists opslag.opvolging;
