-- the matrix that a run left
select * from matrix;
