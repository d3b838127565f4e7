-- A connection that reads one built file and writes to one folder. bestand: the file; map: the folder.
attach '$bestand' as feiten (read_only); -- noqa: PRS
use feiten;
set temp_directory = '$map';
set allowed_directories = ['$map'];
set enable_external_access = false;
set lock_configuration = true;
