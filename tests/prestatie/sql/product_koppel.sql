-- a filled database beside the one at hand; {gevuld}: its file
attach '{gevuld}' as gevuld (read_only);
