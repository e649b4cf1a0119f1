record Task(String id, String prompt) {}
record Best(String id, String prompt) {}
def one = include('drafts') { input read(Task, 'tasks.jsonl') }
def two = include('verdict') { input one.rows(Best, 'best') }
two.output('pairs').into dpo('pairs')
