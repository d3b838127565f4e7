-- done with it
detach gevuld;
