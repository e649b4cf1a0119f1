// reflection: tries the naming that the compiler writes.
record Task(String id, String prompt) {}
def rows = read(Task, 'sample.jsonl')
$named('x', rows)
