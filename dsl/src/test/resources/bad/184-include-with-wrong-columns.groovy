record Task(String id, int prompts) {}
record Other(String id, List<String> prompt) {}
def one = include('drafts') { input read(Task, 'tasks.jsonl') }
def two = include('drafts') { input read(Other, 'tasks.jsonl') }
one.output('pairs').into dpo('pairs')
two.output('pairs').into dpo('more')
