-- Says in the snapshot that is being made what it holds ($inhoud: JSON), so that a datasetversie can be found again.
call lake.set_commit_message($door, $kort, extra_info => $inhoud); -- noqa: PRS
