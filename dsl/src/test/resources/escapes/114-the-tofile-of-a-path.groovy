// reflection: tries the toFile of a path.
@Param Path p = 'sample.jsonl'
record Task(String id, String prompt) {}
read(Task, 'sample.jsonl').filter { p.toFile().delete() }.into jsonl('rows')
