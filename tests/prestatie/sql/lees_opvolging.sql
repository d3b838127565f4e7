-- the follow-up that a run left
select * from opvolging;
