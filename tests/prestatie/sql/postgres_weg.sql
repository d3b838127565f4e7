-- what a run made goes
drop schema vraag cascade;
