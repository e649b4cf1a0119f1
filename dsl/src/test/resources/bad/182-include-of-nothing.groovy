record Task(String id, String prompt) {}
def one = include('draft') { input read(Task, 'tasks.jsonl') }
one.output('pairs').into dpo('pairs')
