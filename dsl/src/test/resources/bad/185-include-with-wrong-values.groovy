record Task(String id, String prompt) {}
def one = include('drafts') {
    input read(Task, 'tasks.jsonl')
    set 'draft', 3
    set 'drafts', 12
    set 'drafts', 3
    set 'prompts', 'other.jsonl'
}
one.output('pairs').into dpo('pairs')
